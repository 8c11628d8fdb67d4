// The pool has four places: a file that is read behind four long computations waits, a timer does not.
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs';
import { fileURLToPath } from 'node:url';

const order: string[] = [];
const works = Array.from({ length: 4 }, (_, index) => {
  return new Promise<void>((resolve) => {
    pbkdf2('password', 'salt', 60_000, 64, 'sha512', () => {
      order.push(`key ${index}`);
      resolve();
    });
  });
});
const read = new Promise<void>((resolve) => {
  readFile(fileURLToPath(import.meta.url), () => {
    order.push('file');
    resolve();
  });
});
setTimeout(() => order.push('timer'), 1);
await Promise.all([...works, read]);
console.log('timer before any key:', order[0] === 'timer');
console.log('a key before the file:', order.findIndex((one) => one.startsWith('key')) < order.indexOf('file'));
