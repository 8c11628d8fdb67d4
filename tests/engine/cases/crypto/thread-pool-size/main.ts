// With five places there is one for the file.
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const order: string[] = [];
const works = Array.from({ length: 4 }, () => {
  return new Promise<void>((resolve) => {
    pbkdf2('password', 'salt', 60_000, 64, 'sha512', () => {
      order.push('key');
      resolve();
    });
  });
});
await readFile(fileURLToPath(import.meta.url));
order.push('file');
await Promise.all(works);
console.log(process.env['UV_THREADPOOL_SIZE'], order.join());
