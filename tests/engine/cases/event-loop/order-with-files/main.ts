import { readFile } from 'node:fs';
import { fileURLToPath } from 'node:url';

const seen: string[] = [];
const say = (words: string) => seen.push(words);
say('1 script begins');
setTimeout(() => say('timer 0'), 0);
process.nextTick(() => say('nextTick'));
Promise.resolve().then(() => say('promise'));
queueMicrotask(() => say('microtask'));
(async () => {
  say('2 async function begins');
  await null;
  say('after await');
})();
say('3 script ends');
readFile(fileURLToPath(import.meta.url), () => {
  setTimeout(() => say('timer in I/O callback'), 0);
  setImmediate(() => say('immediate in I/O callback'));
  process.nextTick(() => say('nextTick in I/O callback'));
});
setTimeout(() => console.log(seen.join('\n')), 300);
