// Streams out of iterables, and for await over streams.
import { Readable } from 'node:stream';

async function* numbers(log: string[]) {
  try {
    for (let n = 1; ; n++) yield n;
  } finally {
    log.push('generator closed');
  }
}
const log: string[] = [];
const stream = Readable.from(numbers(log));
for await (const n of stream) if (n === 3) break;
console.log(log, stream.destroyed);
console.log(await Readable.from(['a', 'b']).toArray());
const chosen = Readable.from([1, 2, 3, 4, 5])
  .filter((n) => n % 2 === 1)
  .map(async (n) => n * 10, { concurrency: 2 })
  .take(2);
console.log(await chosen.toArray());
console.log(await Readable.from([1, 2, 3]).reduce((sum, n) => sum + n, 0));
console.log(await Readable.from([1, 2, 3]).some((n) => n > 2), await Readable.from([5]).find((n) => n === 5));
const text = Readable.from([Buffer.from('gr'), Buffer.from([0xc3]), Buffer.from([0xbc]), Buffer.from('n')]);
text.setEncoding('utf8');
let all = '';
for await (const part of text) all += part;
console.log(all);
const failing = Readable.from(
  (async function* () {
    yield 1;
    throw new RangeError('in the middle');
  })(),
);
try {
  for await (const part of failing) console.log('part', part);
} catch (error) {
  console.log((error as Error).name, (error as Error).message, failing.destroyed);
}
