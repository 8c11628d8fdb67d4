/** The ends of a child's pipes that its parent holds: `child.stdin`, `child.stdout` and `child.stderr`. */
import { ref, unref } from '../loop.ts';
import { Buffer } from './buffer.ts';
import { Readable, Writable } from './stream.ts';

/** What the child prints. The host sends the next piece when this one has been taken in. */
export class ChildOutput extends Readable {
  readonly #taken: () => void;
  /** A piece is here for which the host has not been told so. */
  #owed = false;
  #held = true;

  constructor(taken: () => void) {
    super();
    this.#taken = taken;
    ref();
    this.once('close', () => this.#hold(false));
  }

  /** What has come from the child; null at its end. */
  receive(bytes: Uint8Array | null): void {
    if (bytes === null) {
      this.push(null);
      // Without somebody who reads it the end would not be seen.
      if (this.readableLength === 0) this.read(0);
      return;
    }
    this.#owed = true;
    if (this.destroyed) this.#take();
    else this.push(Buffer.from(bytes));
  }
  override _read(): void {
    this.#take();
  }
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#take();
    callback(error);
  }
  ref(): this {
    return this.#hold(!this.closed);
  }
  unref(): this {
    return this.#hold(false);
  }

  #take(): void {
    if (!this.#owed) return;
    this.#owed = false;
    this.#taken();
  }

  #hold(hold: boolean): this {
    if (hold === this.#held) return this;
    this.#held = hold;
    if (hold) ref();
    else unref();
    return this;
  }
}

/** What the child reads. A piece is written when the child has taken it. */
export class ChildInput extends Writable {
  readonly #send: (text: string | null) => void;
  readonly #decoder = new TextDecoder();
  #written: ((error?: Error | null) => void) | undefined;
  #isOver = false;

  constructor(send: (text: string | null) => void) {
    super();
    this.#send = send;
  }

  override _write(
    chunk: Uint8Array,
    _encoding: string,
    callback: (error?: Error | null) => void,
  ): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    if (this.#isOver || text === '') {
      callback();
      return;
    }
    this.#written = callback;
    this.#send(text);
  }
  override _final(callback: (error?: Error | null) => void): void {
    if (!this.#isOver) this.#send(null);
    callback();
  }
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    if (!this.#isOver && !this.writableFinished) this.#send(null);
    callback(error);
  }

  /** The child has taken what was written last. */
  taken(): void {
    const written = this.#written;
    this.#written = undefined;
    written?.();
  }
  /** Nobody reads any more. */
  lose(): void {
    this.#isOver = true;
    this.taken();
    this.destroy();
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
