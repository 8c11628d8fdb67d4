/**
 * `process.stdout`, `process.stderr` and `process.stdin` for programs that do without node:stream; with it they are
 * true streams: `streams/process-streams.ts`.
 */
import { readInput, stopReading } from '../input.ts';
import { addTick, ref, unref } from '../loop.ts';
import { writeOut } from '../output.ts';
import { printThroughParent } from '../parent-output.ts';
import { thread } from '../thread.ts';
import { EventEmitter, type Listener } from './event-emitter.ts';

/** A thread prints through the loop of the one that started it; the first thread prints at once. */
export function print(name: 'stdout' | 'stderr', text: string): void {
  if (thread().thread === 0) writeOut(name, text);
  else printThroughParent(name, text);
}

interface Printing {
  readonly fd: number;
  write(chunk: string | Uint8Array): boolean;
}

/** Those that a process has, plain or true. */
export interface ProcessStreams {
  readonly stdout: Printing;
  readonly stderr: Printing;
  readonly stdin: { readonly fd: number };
}

export class OutputStream extends EventEmitter {
  readonly #name: 'stdout' | 'stderr';
  /** A character may be torn apart between two writes. */
  readonly #decoder = new TextDecoder();
  readonly fd: number;
  readonly writable = true;
  readonly writableLength = 0;
  readonly writableHighWaterMark = 64 * 1024;

  constructor(name: 'stdout' | 'stderr') {
    super();
    this.#name = name;
    this.fd = name === 'stdout' ? 1 : 2;
  }

  write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    print(
      this.#name,
      typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true }),
    );
    const callback = rest.find((part) => typeof part === 'function');
    if (callback) addTick(() => callback());
    return true;
  }
  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.write(chunk);
    return this;
  }
  cork(): void {}
  uncork(): void {}
}

export class InputStream extends EventEmitter {
  readonly fd = 0;
  readonly readable = true;
  #held = false;
  readonly #read = (text: string | null) => addTick(() => this.#give(text));

  /** Listening for input keeps the thread alive. */
  override on(name: string | symbol, listener: Listener): this {
    super.on(name, listener);
    return name === 'data' ? this.resume() : this;
  }
  setEncoding(): this {
    return this;
  }
  resume(): this {
    this.#hold(true);
    readInput(this.#read);
    return this;
  }
  pause(): this {
    stopReading(this.#read);
    return this.#hold(false);
  }
  ref(): this {
    return this.#hold(true);
  }
  unref(): this {
    return this.#hold(false);
  }
  #give(text: string | null): void {
    if (text !== null) this.emit('data', text);
    else {
      this.#hold(false);
      this.emit('end');
      this.emit('close');
    }
  }
  #hold(hold: boolean): this {
    if (hold !== this.#held) {
      this.#held = hold;
      if (hold) ref();
      else unref();
    }
    return this;
  }
}
