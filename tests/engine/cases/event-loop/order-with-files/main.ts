import { readFile } from 'node:fs';
import { fileURLToPath } from 'node:url';

const seen: string[] = [];
const say = (words: string) => seen.push(words);
say('1 script begins');
setTimeout(() => {
  say('timer 0');
  readFile(fileURLToPath(import.meta.url), fileRead);
}, 0);
process.nextTick(() => say('nextTick'));
Promise.resolve().then(() => say('promise'));
queueMicrotask(() => say('microtask'));
(async () => {
  say('2 async function begins');
  await null;
  say('after await');
})();
say('3 script ends');
function fileRead(): void {
  setTimeout(() => {
    say('timer in I/O callback');
    console.log(seen.join('\n'));
  }, 0);
  setImmediate(() => say('immediate in I/O callback'));
  process.nextTick(() => say('nextTick in I/O callback'));
}
