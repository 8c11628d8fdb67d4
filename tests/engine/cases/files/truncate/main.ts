import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
for (const size of [5, 2, 0, -1, undefined, 1.5, Number.NaN]) {
  writeFileSync('a', 'xyz');
  try {
    truncateSync('a', size);
    console.log(size, readFileSync('a'));
  } catch (error) {
    console.log((error as Error).message);
  }
}
await truncate('a', 1);
await truncate('a', -0.5).catch((error) => console.log(error.code));
console.log(readFileSync('a', 'utf8'));
