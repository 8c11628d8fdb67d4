import './first.ts';
import { d } from './d.ts';

export const c = () => `c ${d}`;
console.log('c', d);
