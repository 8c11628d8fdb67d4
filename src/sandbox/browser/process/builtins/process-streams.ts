/** `process.stdout`, `process.stderr` and `process.stdin`, as far as programs use them without node:stream. */
import { addTick, ref, unref } from '../loop.ts';
import { writeOut } from '../output.ts';
import { printThroughParent } from '../parent-output.ts';
import { thread } from '../thread.ts';
import { EventEmitter, type Listener } from './event-emitter.ts';

const decoder = new TextDecoder();

export class OutputStream extends EventEmitter {
  readonly #name: 'stdout' | 'stderr';
  readonly fd: number;
  readonly writable = true;
  readonly writableLength = 0;
  readonly writableHighWaterMark = 16 * 1024;

  constructor(name: 'stdout' | 'stderr') {
    super();
    this.#name = name;
    this.fd = name === 'stdout' ? 1 : 2;
  }

  /** A thread prints through the loop of the one that started it; the first thread prints at once. */
  write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk);
    if (thread().thread === 0) writeOut(this.#name, text);
    else printThroughParent(this.#name, text);
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
  hasColors(): boolean {
    return false;
  }
  getColorDepth(): number {
    return 1;
  }
}

export class InputStream extends EventEmitter {
  readonly fd = 0;
  readonly readable = true;
  #held = false;
  /** What has come before anybody listened; null is the end. */
  #waiting: (string | null)[] = [];
  #flows = false;

  /** Listening for input keeps the thread alive. */
  override on(name: string | symbol, listener: Listener): this {
    super.on(name, listener);
    if (name === 'data') {
      this.#hold(true);
      this.#flow();
    }
    return this;
  }
  receive(text: string): void {
    this.#waiting.push(text);
    if (this.#flows) this.#flow();
  }
  /** The input is over. */
  finish(): void {
    this.#waiting.push(null);
    if (this.#flows) this.#flow();
  }
  #flow(): void {
    this.#flows = true;
    addTick(() => {
      for (const text of this.#waiting.splice(0)) {
        if (text !== null) {
          this.emit('data', text);
        } else {
          this.#hold(false);
          this.emit('end');
          this.emit('close');
        }
      }
    });
  }
  setEncoding(): this {
    return this;
  }
  resume(): this {
    this.#flow();
    return this.#hold(true);
  }
  pause(): this {
    return this.#hold(false);
  }
  ref(): this {
    return this.#hold(true);
  }
  unref(): this {
    return this.#hold(false);
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
