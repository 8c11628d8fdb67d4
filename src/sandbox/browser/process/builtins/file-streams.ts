/** `fs.createReadStream` and `fs.createWriteStream`. */
import type { FileHandle } from './file-handle.ts';
import type { PathLike } from './fs-data.ts';
import { open } from './fs-promises.ts';
import { Readable, Writable } from './stream.ts';

interface StreamOptions {
  flags?: string;
  encoding?: BufferEncoding;
  highWaterMark?: number;
  autoClose?: boolean;
  start?: number;
  /** The last byte that is read. */
  end?: number;
  fd?: FileHandle;
  signal?: AbortSignal;
}
type Done = (error?: Error | null) => void;

const READ_BYTES = 64 * 1024;

export class ReadStream extends Readable {
  readonly path: PathLike;
  bytesRead = 0;
  #handle: FileHandle | undefined;
  readonly #options: StreamOptions;
  #at: number | undefined;

  constructor(path: PathLike, given: StreamOptions | BufferEncoding = {}) {
    const options = typeof given === 'string' ? { encoding: given } : given;
    const { encoding, signal, highWaterMark = READ_BYTES } = options;
    super({ highWaterMark, ...(encoding && { encoding }), ...(signal && { signal }) });
    this.path = path;
    this.#options = options;
    this.#at = options.start;
  }
  override _construct(done: Done): void {
    const { fd, flags = 'r' } = this.#options;
    Promise.resolve(fd ?? open(this.path, flags)).then((handle) => {
      this.#handle = handle;
      this.emit('open', handle.fd);
      this.emit('ready');
      done();
    }, done);
  }
  override _read(size: number): void {
    const { end = Number.POSITIVE_INFINITY } = this.#options;
    const left = this.#at === undefined ? size : Math.min(size, end - this.#at + 1);
    if (left <= 0) {
      this.push(null);
      return;
    }
    const { Buffer } = globalThis;
    const buffer = Buffer.alloc(left);
    this.#handle?.read(buffer, 0, left, this.#at ?? null).then(
      ({ bytesRead }) => {
        this.bytesRead += bytesRead;
        if (this.#at !== undefined) this.#at += bytesRead;
        this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead));
      },
      (error: Error) => this.destroy(error),
    );
  }
  override _destroy(error: Error | null, done: Done): void {
    const { autoClose = true } = this.#options;
    const closed = autoClose ? this.#handle?.close() : undefined;
    Promise.resolve(closed).then(() => done(error), done);
  }
}

export class WriteStream extends Writable {
  readonly path: PathLike;
  bytesWritten = 0;
  #handle: FileHandle | undefined;
  readonly #options: StreamOptions;
  #at: number | undefined;

  constructor(path: PathLike, given: StreamOptions | BufferEncoding = {}) {
    const options = typeof given === 'string' ? { encoding: given } : given;
    const { signal, highWaterMark } = options;
    super({
      decodeStrings: true,
      ...(highWaterMark !== undefined && { highWaterMark }),
      ...(signal && { signal }),
    });
    this.path = path;
    this.#options = options;
    this.#at = options.start;
  }
  override _construct(done: Done): void {
    const { fd, flags = 'w' } = this.#options;
    Promise.resolve(fd ?? open(this.path, flags)).then((handle) => {
      this.#handle = handle;
      this.emit('open', handle.fd);
      this.emit('ready');
      done();
    }, done);
  }
  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: Done): void {
    this.#handle?.write(chunk, 0, chunk.length, this.#at ?? null).then(({ bytesWritten }) => {
      this.bytesWritten += bytesWritten;
      if (this.#at !== undefined) this.#at += bytesWritten;
      done();
    }, done);
  }
  override _destroy(error: Error | null, done: Done): void {
    const { autoClose = true } = this.#options;
    const closed = autoClose ? this.#handle?.close() : undefined;
    Promise.resolve(closed).then(() => done(error), done);
  }
}
