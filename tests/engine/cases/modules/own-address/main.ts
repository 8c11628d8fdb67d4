// What a module knows of itself.
import { own } from './parts/own.ts';

const { dirname, filename, main, url } = import.meta;
console.log({ dirname, filename, main, url });
console.log(own);
console.log(Object.keys(import.meta), Object.getPrototypeOf(import.meta));
console.log(import.meta.resolve('./parts/own.ts'), import.meta.resolve('./parts/../up.ts?x#y'));
console.log(import.meta.resolve('node:fs'), import.meta.resolve('fs'), import.meta.resolve('fs/promises'));
console.log(import.meta.resolve('file:///else.ts'), import.meta.resolve('data:text/javascript,1'));
try {
  import.meta.resolve('no-such-package');
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
