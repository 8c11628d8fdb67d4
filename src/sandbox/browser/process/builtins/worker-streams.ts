/** The standard streams of a thread, for the one that started it. They are made when somebody wants them. */
import { shelvedModule } from '../shelf.ts';

type Streams = Pick<typeof import('node:stream'), 'Readable' | 'Writable'>;
type Output = 'stdout' | 'stderr';

const streams = () => shelvedModule<{ default: Streams }>('stream').default;

export class WorkerStreams {
  readonly stdin: InstanceType<Streams['Writable']> | null;
  readonly #send: (text: string | null) => void;
  readonly #outputs = new Map<Output, InstanceType<Streams['Readable']>>();
  /** What was written before the thread was there to read it. */
  #written: (string | null)[] | undefined = [];

  /** `send` writes to the thread's standard input; null is its end. */
  constructor(hasInput: boolean, send: (text: string | null) => void) {
    this.#send = send;
    this.stdin = hasInput ? this.#input() : null;
  }

  output(name: Output): InstanceType<Streams['Readable']> {
    const known = this.#outputs.get(name);
    if (known) return known;
    const { Readable } = streams();
    const made = new Readable({ read: () => undefined });
    this.#outputs.set(name, made);
    return made;
  }

  /** For whoever reads it; nothing is kept for nobody. */
  printed(name: Output, text: string): void {
    this.#outputs.get(name)?.push(text);
  }

  /** The thread is there. */
  online(): void {
    for (const text of this.#written ?? []) this.#send(text);
    this.#written = undefined;
  }

  end(): void {
    for (const stream of this.#outputs.values()) stream.push(null);
  }

  #input(): InstanceType<Streams['Writable']> {
    const write = (text: string | null) => {
      if (this.#written) this.#written.push(text);
      else this.#send(text);
    };
    return new (streams().Writable)({
      decodeStrings: false,
      write(chunk: unknown, _encoding: string, done: () => void) {
        write(String(chunk));
        done();
      },
      final(done: () => void) {
        write(null);
        done();
      },
    });
  }
}
