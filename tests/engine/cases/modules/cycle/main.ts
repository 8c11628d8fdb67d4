import { b } from './other.ts';
export const a = 1;
console.log(b);
