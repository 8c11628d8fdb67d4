import { x } from './other.ts';
console.log(x);
