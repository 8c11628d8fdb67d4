import { dirname, filename, name } from './parts/part.ts';
console.log(import.meta.url, import.meta.dirname, import.meta.filename);
console.log(name, dirname, filename);
console.log(import.meta.resolve('./other.ts'), import.meta.resolve('node:fs'));
console.log(Object.keys(import.meta), import.meta === import.meta);
