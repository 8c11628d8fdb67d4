/**
 * A ring of shared memory for what goes from one end of a channel to the other, beside the channel itself. Messages are
 * counted, so that one which came both ways is taken once; one that found no room here is only known by its number.
 */
const SENT = 0;
const TAKEN = 1;
const WRITTEN = 2;
const READ = 3;
const HEAD_BYTES = 16;
/** A power of two, since places are counted on and on. */
export const ROOM_BYTES = 2 ** 16;
/** Of a record: the number of its message, and its length. */
const RECORD_HEAD_BYTES = 8;

export function createMailbox(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD_BYTES + ROOM_BYTES);
}

/** One thread writes to a memory, one reads; which ones may change as ports are handed on. */
export class Mailbox {
  readonly memory: SharedArrayBuffer;
  readonly #head: Int32Array<SharedArrayBuffer>;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #bytes: Uint8Array<SharedArrayBuffer>;

  constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.#head = new Int32Array(memory, 0, HEAD_BYTES / 4);
    this.#words = new Int32Array(memory, HEAD_BYTES);
    this.#bytes = new Uint8Array(memory, HEAD_BYTES);
  }

  get next(): number {
    return this.#at(SENT) + 1;
  }

  /** Counts a message that has been sent, and puts its text here if there is one and room for it. */
  put(text: string | undefined): void {
    const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
    const written = this.#at(WRITTEN);
    const length = bytes ? RECORD_HEAD_BYTES + padded(bytes.length) : 0;
    if (bytes && length <= ROOM_BYTES - ((written - this.#at(READ)) | 0)) {
      this.#word(written, this.next);
      this.#word(written + 4, bytes.length);
      const start = place(written + RECORD_HEAD_BYTES);
      const first = bytes.subarray(0, ROOM_BYTES - start);
      this.#bytes.set(first, start);
      this.#bytes.set(bytes.subarray(first.length), 0);
      this.#set(WRITTEN, written + length);
    }
    this.#set(SENT, this.next);
  }

  /** Takes a message that came through the channel. False if it has been taken from here. */
  take(number: number): boolean {
    if (number <= this.#at(TAKEN)) return false;
    this.#set(TAKEN, number);
    this.#skip();
    return true;
  }

  /** The next message; `missing` is one that is not here. */
  receive(): { readonly text: string } | 'none' | 'missing' {
    const next = this.#at(TAKEN) + 1;
    if (this.#at(SENT) < next) return 'none';
    this.#skip();
    const read = this.#at(READ);
    if (read === this.#at(WRITTEN) || this.#words[place(read) / 4] !== next) return 'missing';
    const bytes = new Uint8Array(this.#words[place(read + 4) / 4] ?? 0);
    const start = place(read + RECORD_HEAD_BYTES);
    const first = this.#bytes.subarray(start, start + bytes.length);
    bytes.set(first);
    bytes.set(this.#bytes.subarray(0, bytes.length - first.length), first.length);
    this.take(next);
    return { text: new TextDecoder().decode(bytes) };
  }

  /** Gives back the room of messages that have been taken. */
  #skip(): void {
    const taken = this.#at(TAKEN);
    let read = this.#at(READ);
    while (read !== this.#at(WRITTEN) && (this.#words[place(read) / 4] ?? 0) <= taken) {
      read = (read + RECORD_HEAD_BYTES + padded(this.#words[place(read + 4) / 4] ?? 0)) | 0;
    }
    this.#set(READ, read);
  }

  #at(index: number): number {
    return Atomics.load(this.#head, index);
  }
  #set(index: number, value: number): void {
    Atomics.store(this.#head, index, value);
  }
  #word(at: number, value: number): void {
    this.#words[place(at) / 4] = value;
  }
}

const place = (position: number) => position & (ROOM_BYTES - 1);
const padded = (length: number) => (length + 3) & ~3;
