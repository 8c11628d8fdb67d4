// A readable, a transform and a writable, connected by hand and by pipe.
import { Readable, Transform, Writable } from 'node:stream';

const source = new Readable({
  objectMode: true,
  read() {
    this.push(++count <= 3 ? { count } : null);
  },
});
let count = 0;
const double = new Transform({
  objectMode: true,
  transform({ count }, _encoding, done) {
    this.push(count);
    done(null, count * 2);
  },
  flush(done) {
    this.push('flushed');
    done();
  },
});
const seen: unknown[] = [];
const sink = new Writable({
  objectMode: true,
  write(chunk, _encoding, done) {
    seen.push(chunk);
    setImmediate(done);
  },
  final(done) {
    seen.push('final');
    done();
  },
});
for (const [name, stream] of Object.entries({ source, double, sink })) {
  for (const event of ['pipe', 'end', 'finish', 'close']) stream.on(event, () => console.log(name, event));
}
source.pipe(double).pipe(sink);
sink.on('close', () => console.log(seen));
console.log(source.readableFlowing, sink instanceof Writable, source instanceof Readable);
