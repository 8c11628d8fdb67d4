/**
 * Where a process's standard output and standard error go: to the page, into a pipe that another process reads, to the
 * end of a file, into the hands of a caller that waits for the end of the process, or nowhere.
 *
 * Processes share a sink when one inherits it from the other. It is over when nobody is left who could write to it.
 */

import { joinedBytes } from '../wire/joined-bytes.ts';
import { limits } from '../wire/limits.ts';
import type { FileSystem } from './file-system.ts';
import type { OutputFeed } from './output-feed.ts';

export abstract class Sink {
  #writers = 0;

  /** Whether more should be taken out of the rings for it; what is put in is never lost, ready or not. */
  isReady(): boolean {
    return true;
  }
  abstract put(text: string, at: number): void;

  open(): void {
    this.#writers++;
  }
  close(): void {
    this.#writers--;
    if (this.#writers === 0) this.over();
  }
  get isOpen(): boolean {
    return this.#writers > 0;
  }
  protected over(): void {}
}

export class PageSink extends Sink {
  readonly #feed: OutputFeed;
  readonly #stream: 'stdout' | 'stderr';

  constructor(feed: OutputFeed, stream: 'stdout' | 'stderr') {
    super();
    this.#feed = feed;
    this.#stream = stream;
  }
  override isReady(): boolean {
    return this.#feed.isReady();
  }
  override put(text: string, at: number): void {
    this.#feed.add({ stream: this.#stream, text, at });
  }
}

export class Nowhere extends Sink {
  override put(): void {}
}

export class FileSink extends Sink {
  readonly #files: FileSystem;
  readonly #path: string;

  constructor(files: FileSystem, path: string) {
    super();
    this.#files = files;
    this.#path = path;
  }
  override put(text: string): void {
    this.#files.run({ op: 'append', path: this.#path, bytes: new TextEncoder().encode(text) });
  }
}

/** Hands on one piece at a time, the next when the reader has taken the last. */
export class Pipe extends Sink {
  readonly #send: (bytes: Uint8Array | null) => void;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #inFlight = false;
  #hasReader = true;
  #ended = false;

  /** `send` gets the pieces, and null at the end. */
  constructor(send: (bytes: Uint8Array | null) => void) {
    super();
    this.#send = send;
  }
  override isReady(): boolean {
    return this.#waitingBytes < limits.pipeBytes;
  }
  override put(text: string): void {
    if (!this.#hasReader) return;
    const bytes = new TextEncoder().encode(text);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#advance();
  }
  protected override over(): void {
    this.#ended = true;
    this.#advance();
  }

  /** The reader has taken a piece. */
  taken(): void {
    this.#inFlight = false;
    this.#advance();
  }
  /** What is written from now on is lost. */
  loseReader(): void {
    this.#hasReader = false;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #advance(): void {
    if (this.#inFlight || !this.#hasReader) return;
    if (this.#waiting.length > 0) {
      const bytes = joinedBytes(this.#waiting);
      this.#waiting = [];
      this.#waitingBytes = 0;
      this.#inFlight = true;
      this.#send(bytes);
    } else if (this.#ended) {
      this.#hasReader = false;
      this.#send(null);
    }
  }
}

/** Keeps everything, up to a bound. */
export class Collector extends Sink {
  readonly #maxBytes: number;
  readonly #overflow: () => void;
  readonly #parts: Uint8Array[] = [];
  #room: number;

  /** `overflow` is called when there is more than `maxBytes`; the rest is dropped. */
  constructor(maxBytes: number, overflow: () => void) {
    super();
    this.#maxBytes = Math.min(maxBytes, limits.collectedBytes);
    this.#room = this.#maxBytes;
    this.#overflow = overflow;
  }
  override put(text: string): void {
    const bytes = new TextEncoder().encode(text);
    if (this.#room < 0) return;
    this.#parts.push(bytes.subarray(0, this.#room));
    this.#room -= bytes.length;
    if (this.#room < 0) this.#overflow();
  }
  /** A character for each byte. */
  binary(): string {
    let text = '';
    for (const part of this.#parts) {
      for (let from = 0; from < part.length; from += 4096) {
        text += String.fromCharCode(...part.subarray(from, from + 4096));
      }
    }
    return text;
  }
}
