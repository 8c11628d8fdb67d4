import { name, place } from './a%20b.ts?from=main#1';
const again = await import('./a%20b.ts?again');
const plain = await import('./a%20b.ts');
console.log(name, place, again.place, plain.place, again === plain);
console.log(again === (await import('./a%20b.ts?again')));
await import('./missing.ts?q').catch((error) => console.log(error.code, error.message, error.url));
