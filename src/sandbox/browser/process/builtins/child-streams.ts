/** The ends of a child's pipes that its parent holds: `child.stdin`, `child.stdout` and `child.stderr`. */
import { addTick, ref, unref } from '../loop.ts';
import { Buffer } from './buffer.ts';
import { EventEmitter, type EventName, type Listener } from './event-emitter.ts';

/** Something that pieces of a stream can be written to. */
interface Destination {
  write(chunk: unknown): unknown;
  end?(): unknown;
}

/** What the child prints. One piece waits here at most: the host sends the next one when this one has been taken. */
export class ChildOutput extends EventEmitter {
  readable = true;
  destroyed = false;
  readonly #taken: () => void;
  #encoding: BufferEncoding | undefined;
  #decoder: TextDecoder | undefined;
  #waiting: Uint8Array | null | undefined;
  #flowing = false;
  #held = true;

  constructor(taken: () => void) {
    super();
    this.#taken = taken;
    ref();
  }

  override on(name: EventName, listener: Listener): this {
    super.on(name, listener);
    if (name === 'data') this.resume();
    return this;
  }
  setEncoding(encoding: BufferEncoding): this {
    this.#encoding = encoding;
    if (/^utf-?8$/i.test(encoding)) this.#decoder = new TextDecoder();
    return this;
  }
  resume(): this {
    this.#flowing = true;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) addTick(() => this.receive(waiting));
    return this;
  }
  pause(): this {
    this.#flowing = false;
    return this;
  }
  isPaused(): boolean {
    return !this.#flowing;
  }
  pipe<To extends Destination>(to: To): To {
    this.on('data', (chunk) => to.write(chunk));
    const isStandard = 'fd' in to && (to.fd === 1 || to.fd === 2);
    if (!isStandard) this.once('end', () => to.end?.());
    return to;
  }
  destroy(): this {
    if (!this.destroyed) this.#end(false);
    return this;
  }
  ref(): this {
    return this.#hold(true);
  }
  unref(): this {
    return this.#hold(false);
  }

  /** What has come from the child; null at its end. */
  receive(bytes: Uint8Array | null): void {
    if (this.destroyed) return;
    if (!this.#flowing) this.#waiting = bytes;
    else if (bytes === null) this.#end(true);
    else {
      this.emit('data', this.#decoded(bytes));
      this.#taken();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, undefined> {
    const chunks: unknown[] = [];
    let ended = this.destroyed;
    let wake = () => {};
    this.on('data', (chunk) => {
      chunks.push(chunk);
      wake();
    });
    this.once('close', () => {
      ended = true;
      wake();
    });
    for (;;) {
      if (chunks.length > 0) yield chunks.shift();
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  #decoded(bytes: Uint8Array): unknown {
    if (this.#decoder) return this.#decoder.decode(bytes, { stream: true });
    const buffer = Buffer.from(bytes);
    return this.#encoding ? buffer.toString(this.#encoding) : buffer;
  }

  #end(isWhole: boolean): void {
    this.destroyed = true;
    this.readable = false;
    if (isWhole) this.emit('end');
    addTick(() => {
      this.#hold(false);
      this.emit('close');
    });
  }

  #hold(hold: boolean): this {
    if (hold === this.#held) return this;
    this.#held = hold;
    if (hold) ref();
    else unref();
    return this;
  }
}

/** What the child reads. */
export class ChildInput extends EventEmitter {
  writable = true;
  destroyed = false;
  readonly #send: (text: string | null) => void;
  readonly #decoder = new TextDecoder();

  constructor(send: (text: string | null) => void) {
    super();
    this.#send = send;
  }

  write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    const callback = rest.find((part) => typeof part === 'function');
    if (!this.writable) return false;
    const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
    this.#send(text);
    if (callback) addTick(() => callback());
    return true;
  }
  end(chunk?: string | Uint8Array): this {
    if (!this.writable) return this;
    if (chunk !== undefined) this.write(chunk);
    this.writable = false;
    this.#send(null);
    addTick(() => this.emit('finish'));
    return this;
  }
  destroy(): this {
    if (this.destroyed) return this;
    if (this.writable) this.#send(null);
    this.writable = false;
    this.destroyed = true;
    addTick(() => this.emit('close'));
    return this;
  }
}
