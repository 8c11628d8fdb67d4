// When write() says stop, and when it says go on.
import { Readable, Writable } from 'node:stream';
import { once } from 'node:events';

console.log(new Readable().readableHighWaterMark, new Writable({ objectMode: true }).writableHighWaterMark);
const waiting: (() => void)[] = [];
const slow = new Writable({
  highWaterMark: 4,
  write(chunk, _encoding, done) {
    console.log('write', String(chunk));
    waiting.push(done);
  },
  writev(chunks, done) {
    console.log('writev', chunks.map(({ chunk }) => String(chunk)));
    waiting.push(done);
  },
});
console.log(slow.write('ab'), slow.write('cd'), slow.write('ef'), slow.writableLength, slow.writableNeedDrain);
slow.on('drain', () => console.log('drain', slow.writableLength));
while (slow.writableLength > 0) {
  waiting.shift()?.();
  await new Promise(setImmediate);
}
slow.cork();
slow.write('one');
slow.write('two');
slow.uncork();
slow.end('three');
while (waiting.length > 0) {
  waiting.shift()?.();
  await new Promise(setImmediate);
}
console.log(slow.writableFinished, slow.closed);
const fast = new Readable({ highWaterMark: 3, read() {} });
console.log(fast.push('a'), fast.push('bc'), fast.push('d'), fast.readableLength);
fast.push(null);
console.log(String(fast.read(2)), fast.readableLength);
fast.resume();
await once(fast, 'end');
console.log(fast.readableEnded);
