import './first.ts';
import { b } from './b.ts';
import './last.ts';

console.log('main', b);
