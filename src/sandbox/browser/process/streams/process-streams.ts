/** The standard streams as streams: `Writable` and `Readable`, over the same ways out and in as the plain ones. */
import stream from 'readable-stream';
import { Buffer } from '../builtins/buffer.ts';
import { print } from '../builtins/process-streams.ts';
import { readInput, stopReading } from '../input.ts';
import { ref, unref } from '../loop.ts';

type Done = (error?: Error | null) => void;
type Encoding = Parameters<typeof Buffer.from>[1];

export class StandardOutput extends stream.Writable {
  readonly fd: number;
  readonly _type = 'pipe';
  /** Whoever pipes into it does not end it. */
  readonly _isStdio = true;
  readonly #name: 'stdout' | 'stderr';
  readonly #decoder = new TextDecoder();

  constructor(name: 'stdout' | 'stderr') {
    super({ decodeStrings: false, emitClose: false, autoDestroy: false });
    this.#name = name;
    this.fd = name === 'stdout' ? 1 : 2;
  }

  override _write(chunk: string | Uint8Array, encoding: string, done: Done): void {
    const isText = typeof chunk === 'string' && /^utf-?8$/i.test(encoding);
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding as Encoding) : chunk;
    print(
      this.#name,
      isText ? chunk : this.#decoder.decode(new Uint8Array(bytes), { stream: true }),
    );
    done();
  }
  /** It stays open, whatever a program does to it, as on Node. */
  override _destroy(error: Error | null, done: Done): void {
    done(error);
    (this as unknown as { _undestroy(): void })._undestroy();
  }
}

export class StandardInput extends stream.Readable {
  readonly fd = 0;
  #held = false;
  #wanted = true;
  #isOver = false;
  readonly #give = (text: string | null): void => {
    if (text === null) {
      this.#isOver = true;
      this.#hold();
    }
    const goesOn = this.push(text === null ? null : Buffer.from(text));
    if (!goesOn) this.#stop();
  };
  #reads = false;

  constructor() {
    super();
    this.on('pause', () => {
      this.#stop();
      // It has not read anything: when it goes on it has to be asked again.
      const { _readableState: state } = this as unknown as { _readableState: { reading: boolean } };
      state.reading = false;
    });
  }

  override _read(): void {
    this.#reads = true;
    this.#hold();
    readInput(this.#give);
  }
  override _destroy(error: Error | null, done: Done): void {
    this.#stop();
    done(error);
  }
  ref(): this {
    this.#wanted = true;
    this.#hold();
    return this;
  }
  unref(): this {
    this.#wanted = false;
    this.#hold();
    return this;
  }

  #stop(): void {
    this.#reads = false;
    stopReading(this.#give);
    this.#hold();
  }
  /** Reading keeps the thread alive. */
  #hold(): void {
    const hold = this.#reads && this.#wanted && !this.#isOver;
    if (hold === this.#held) return;
    this.#held = hold;
    if (hold) ref();
    else unref();
  }
}
