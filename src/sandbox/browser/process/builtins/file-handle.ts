/** An open file of node:fs/promises. */
import { callLater } from '../host-calls.ts';
import { shelvedModule } from '../shelf.ts';
import { EventEmitter } from './event-emitter.ts';
import type * as streams from './file-streams.ts';
import { type Data, decoder, type Encoded, type Stats, statsOf, timeOf } from './fs-data.ts';
import {
  forget,
  moved,
  type OpenFile,
  openFile,
  readCall,
  readTarget,
  truncateCall,
  writeCall,
} from './open-files.ts';

interface Read {
  bytesRead: number;
  buffer: ArrayBufferView;
}
interface Written {
  bytesWritten: number;
  buffer: unknown;
}

export class FileHandle extends EventEmitter {
  #fd: number;

  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  get fd(): number {
    return this.#fd;
  }

  async read(...args: unknown[]): Promise<Read> {
    const file = this.#file('read');
    const { buffer, bytes, offset, length, position } = readTarget(args);
    const found = (await callLater(readCall(file, length, position))) as Uint8Array;
    bytes.set(found, offset);
    moved(file, found.length, position);
    return { bytesRead: found.length, buffer };
  }
  async readFile(options?: Encoded): Promise<unknown> {
    const file = this.#file('read');
    const decode = decoder(options);
    const { size } = await this.stat();
    const rest = Math.max(0, size - file.position);
    const bytes = await callLater(readCall(file, rest, null));
    moved(file, rest, null);
    return decode(bytes);
  }
  async *readLines(options?: Encoded): AsyncGenerator<string, void, undefined> {
    const text = String(await this.readFile(options ?? 'utf8'));
    const lines = text.split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    yield* lines;
  }

  /** `(text, position, encoding)` or `(bytes, offset, length, position)`. */
  async write(data: unknown, ...rest: unknown[]): Promise<Written> {
    const file = this.#file('write');
    const { part, position } = partOf(data, rest);
    const call = writeCall(file, part, position);
    await callLater(call);
    moved(file, call.bytes.length, position);
    return { bytesWritten: call.bytes.length, buffer: data };
  }
  async writeFile(data: Data, _options?: Encoded): Promise<void> {
    await this.write(data);
  }
  async appendFile(data: Data, _options?: Encoded): Promise<void> {
    await this.write(data);
  }
  async writev(buffers: readonly Uint8Array[], position?: number | null): Promise<Written> {
    let bytesWritten = 0;
    for (const buffer of buffers) {
      const at = typeof position === 'number' ? position + bytesWritten : null;
      bytesWritten += (await this.write(buffer, 0, buffer.length, at)).bytesWritten;
    }
    return { bytesWritten, buffer: buffers };
  }

  async stat(): Promise<Stats> {
    return statsOf(await callLater({ op: 'open-stat', inode: this.#file('fstat').inode }));
  }
  async truncate(size = 0): Promise<void> {
    await callLater(truncateCall(this.#file('ftruncate'), size));
  }
  async utimes(_atime: unknown, mtime: unknown): Promise<void> {
    const { inode } = this.#file('futime');
    await callLater({ op: 'open-touch', inode, modifiedAt: timeOf(mtime) });
  }
  /** What is written is there for everybody at once. */
  async sync(): Promise<void> {
    await this.stat();
  }
  async datasync(): Promise<void> {
    await this.stat();
  }

  createReadStream(options?: object): unknown {
    const { ReadStream } = shelvedModule<typeof streams>('internal/file-streams');
    return new ReadStream('', { ...options, fd: this });
  }
  createWriteStream(options?: object): unknown {
    const { WriteStream } = shelvedModule<typeof streams>('internal/file-streams');
    return new WriteStream('', { ...options, fd: this });
  }

  async close(): Promise<void> {
    if (this.#fd < 0) return;
    const { inode } = this.#file('close');
    forget(this.#fd);
    this.#fd = -1;
    await callLater({ op: 'open-close', inode });
    this.emit('close');
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #file(syscall: string): OpenFile {
    // After it was closed there is no such descriptor.
    return openFile(this.#fd < 0 ? 2 ** 31 - 1 : this.#fd, syscall);
  }
}

export function partOf(
  data: unknown,
  rest: readonly unknown[],
): { part: unknown; position: unknown } {
  if (!ArrayBuffer.isView(data)) return { part: data, position: rest[0] };
  const [first, second, third] = rest;
  const named = (typeof first === 'object' && first !== null ? first : {}) as {
    offset?: number;
    length?: number;
    position?: number;
  };
  const offset = Number((typeof first === 'number' ? first : named.offset) ?? 0);
  const length = Number(second ?? named.length ?? data.byteLength - offset);
  const part = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset + offset, length);
  return { part, position: third ?? named.position };
}
