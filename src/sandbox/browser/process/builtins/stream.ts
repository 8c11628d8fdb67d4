/** node:stream: Node's own code, from the package readable-stream, over the emitter and the buffers of this engine. */
import '../streams/stream-errors.ts';
import stream from 'readable-stream';
import { StandardInput, StandardOutput } from '../streams/process-streams.ts';
import {
  duplexFromWeb,
  duplexToWeb,
  readableFromWeb,
  readableToWeb,
  writableFromWeb,
  writableToWeb,
} from '../streams/web-streams.ts';
import { engineSide } from './process.ts';

/** As on Node 22 and later; the package is older. */
stream.setDefaultHighWaterMark(false, 64 * 1024);

Object.assign(stream.Readable, { toWeb: readableToWeb, fromWeb: readableFromWeb });
Object.assign(stream.Writable, { toWeb: writableToWeb, fromWeb: writableFromWeb });
Object.assign(stream.Duplex, { toWeb: duplexToWeb, fromWeb: duplexFromWeb });

engineSide.useStreams({
  stdout: new StandardOutput('stdout'),
  stderr: new StandardOutput('stderr'),
  stdin: new StandardInput(),
});

/** Streams are let go of by `await using`. */
for (const { prototype } of [stream.Readable, stream.Writable]) {
  if (Object.hasOwn(prototype, Symbol.asyncDispose)) continue;
  Object.defineProperty(prototype, Symbol.asyncDispose, {
    configurable: true,
    writable: true,
    value(this: InstanceType<typeof stream.Readable>) {
      if (!this.destroyed) this.destroy();
      return new Promise<void>((resolve) => {
        stream.finished(this, () => resolve());
      });
    },
  });
}

export const {
  Stream,
  Readable,
  Writable,
  Duplex,
  Transform,
  PassThrough,
  addAbortSignal,
  compose,
  destroy,
  finished,
  getDefaultHighWaterMark,
  isDestroyed,
  isDisturbed,
  isErrored,
  isReadable,
  isWritable,
  pipeline,
  promises,
  setDefaultHighWaterMark,
} = stream as typeof stream &
  Record<'compose' | 'destroy' | 'isDestroyed' | 'isDisturbed' | 'isWritable', unknown>;

export default stream;
