import { x } from './folder';

console.log(x);
