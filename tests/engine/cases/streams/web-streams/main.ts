// From Node's streams to those of the web, and back.
import { Duplex, Readable, Writable } from 'node:stream';
import { ReadableStream as Web, TransformStream } from 'node:stream/web';
import { buffer, json, text } from 'node:stream/consumers';

console.log(Web === globalThis.ReadableStream);
const web = Readable.toWeb(Readable.from(['a', 'b', 'c'], { objectMode: true }));
const parts: unknown[] = [];
for await (const part of web) parts.push(part);
console.log(parts);
const upper = new TransformStream<string, string>({
  transform: (chunk, controller) => controller.enqueue(chunk.toUpperCase()),
});
const piped = Readable.toWeb(Readable.from(['x', 'y'])).pipeThrough(upper as never);
console.log(await Readable.fromWeb(piped as never).toArray());
const written: string[] = [];
const sink = new Writable({
  decodeStrings: false,
  write(chunk, _encoding, done) {
    written.push(chunk);
    done();
  },
  final(done) {
    written.push('end');
    done();
  },
});
const writer = Writable.toWeb(sink).getWriter();
await writer.write('one');
await writer.write('two');
await writer.close();
console.log(written);
const both = Duplex.fromWeb(new TransformStream() as never, { objectMode: true });
both.end('through');
console.log(await both.toArray());
console.log(await text(Readable.from(['te', 'xt'])), await json(Readable.from(['{"a":', '1}'])));
console.log(await buffer(Readable.from([Buffer.from('by'), Buffer.from('tes')])));
const failing = Readable.toWeb(
  new Readable({
    read() {
      this.destroy(new Error('no more'));
    },
  }),
);
await failing.getReader().read().catch((error) => console.log(error.message));
