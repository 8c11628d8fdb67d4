import { openSync, closeSync, readFileSync, writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const EACH = 40;
if (isMainThread) {
  const ends = ['a', 'b', 'c'].map((name) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: name });
    return new Promise((resolve) => worker.once('exit', resolve));
  });
  await Promise.all(ends);
  const lines = readFileSync('log.txt', 'utf8').trimEnd().split('\n');
  console.log(lines.length, lines.every((line) => /^[abc] \d+$/.test(line)));
  for (const name of ['a', 'b', 'c']) {
    const own = lines.filter((line) => line.startsWith(name)).map((line) => Number(line.slice(2)));
    console.log(name, own.length, own.every((n, index) => n === index));
  }
} else {
  const fd = openSync('log.txt', 'a');
  for (let n = 0; n < EACH; n++) writeSync(fd, `${workerData} ${n}\n`);
  closeSync(fd);
}
