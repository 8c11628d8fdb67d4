import { b } from './b.ts';
import { plain } from './plain.ts';

export const a = 'a';
console.log('main', b, plain);
