// Code and data in URLs.
const plain = await import('data:text/javascript,export default 1; export const url = import.meta.url');
console.log(plain.default, plain.url);
const encoded = 'data:text/javascript;base64,' + btoa('import { sep } from "node:path"; export default sep');
console.log((await import(encoded)).default);
console.log((await import('data:application/json,{"a":[1,2]}', { with: { type: 'json' } })).default);
const again = await import('data:text/javascript,export default {}');
console.log(again === (await import('data:text/javascript,export default {}')));
