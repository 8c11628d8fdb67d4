import { b } from './b.ts';

export const d = 'd';
queueMicrotask(() => console.log('microtask of d', typeof b));
console.log('d');
