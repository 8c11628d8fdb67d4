import { b } from './b.ts';

export const a = 'a';
console.log('main', b());
console.log(await import('./b.ts'));
