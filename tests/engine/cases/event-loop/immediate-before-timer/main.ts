// Where files are read, an immediate always comes before a timer.
import { readFile } from 'node:fs';
import { fileURLToPath } from 'node:url';
readFile(fileURLToPath(import.meta.url), () => {
  setTimeout(() => console.log('timer'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
