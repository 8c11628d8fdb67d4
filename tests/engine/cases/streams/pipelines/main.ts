// pipeline: how it ends well, how it fails, how it is given up; and what finished says.
import { finished, PassThrough, pipeline, Readable, Writable } from 'node:stream';
import { finished as over, pipeline as flow } from 'node:stream/promises';

const collect = (into: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk));
      done();
    },
  });
const words: string[] = [];
await flow(
  Readable.from(['one', 'two']),
  async function* (source: AsyncIterable<string>) {
    for await (const word of source) yield word.toUpperCase();
  },
  collect(words),
);
console.log(words);

const source = new PassThrough();
const target = collect([]);
pipeline(source, target, (error) => {
  console.log(error?.name, error?.message, source.destroyed, target.destroyed);
  next();
});
source.destroy(new Error('broken source'));

async function next() {
  const controller = new AbortController();
  const endless = new Readable({ read() {} });
  const flowing = flow(endless, collect([]), { signal: controller.signal });
  controller.abort();
  await flowing.catch((error) => console.log(error.name, error.code, endless.destroyed));
  const early = new PassThrough();
  finished(early, (error) => console.log(error?.name, (error as NodeJS.ErrnoException)?.code, error?.message));
  early.destroy();
  const good = Readable.from(['x']);
  good.resume();
  await over(good);
  console.log('finished', good.readableEnded);
  process.on('uncaughtException', (error) => console.log('uncaught', error.message));
  new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) }).write('x');
}
