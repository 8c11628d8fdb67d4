/** createHash and createHmac: streams that can be written to by hand. */
import { invalidType } from '../argument-checks.ts';
import { Buffer } from '../builtins/buffer.ts';
import { Transform } from '../builtins/stream.ts';
import { nodeError } from '../node-error.ts';
import { begin, type Digesting, digestOf, hmac } from './computations.ts';

export type Bytes = string | ArrayBufferView | ArrayBuffer;
type Encoding = Parameters<Buffer['toString']>[0];

export interface HashOptions {
  readonly outputLength?: number;
}

/** What a program gives where bytes are wanted. */
export function bytesOf(data: unknown, what: string, encoding?: string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, (encoding ?? 'utf8') as Encoding);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw invalidType(what, 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

abstract class Hashing extends Transform {
  protected digesting: Digesting | undefined;

  constructor(digesting: Digesting) {
    super();
    this.digesting = digesting;
  }

  update(data: Bytes, encoding?: string): this {
    if (!this.digesting) throw finalized();
    this.digesting.update(bytesOf(data, 'data', encoding));
    return this;
  }

  override _transform(chunk: Buffer, encoding: string, done: (error?: Error | null) => void): void {
    this.update(chunk, encoding);
    done();
  }
  override _flush(done: (error?: Error | null) => void): void {
    this.push(this.result());
    done();
  }

  protected result(): Buffer {
    if (!this.digesting) throw finalized();
    const bytes = Buffer.from(this.digesting.digest());
    this.digesting = undefined;
    return bytes;
  }
}

export class Hash extends Hashing {
  constructor(name: string, options?: HashOptions) {
    super(begun(name, options));
  }
  digest(encoding?: string): Buffer | string {
    return encoded(this.result(), encoding);
  }
  copy(): Hash {
    if (!this.digesting) throw finalized();
    return Object.assign(Object.create(Hash.prototype), new Hash('md5'), {
      digesting: this.digesting.clone(),
    });
  }
}

export class Hmac extends Hashing {
  constructor(name: string, key: Bytes) {
    const digest = digestOf(name);
    if (!digest) throw invalidDigest(name);
    super(hmac.create(digest, bytesOf(key, 'key')) as unknown as Digesting);
  }
  /** A second one is empty, as on Node. */
  digest(encoding?: string): Buffer | string {
    return encoded(this.digesting ? this.result() : Buffer.alloc(0), encoding);
  }
}

/** All at once. */
export function hash(
  name: string,
  data: Bytes,
  options: string | { outputEncoding?: string } = 'hex',
) {
  const digesting = begin(name);
  if (!digesting) throw new Error(`Digest method ${name} is not supported`);
  const encoding = typeof options === 'string' ? options : (options.outputEncoding ?? 'hex');
  const bytes = digesting.update(bytesOf(data, 'input')).digest();
  return encoded(Buffer.from(bytes), encoding === 'buffer' ? undefined : encoding);
}

export function invalidDigest(name: string): Error {
  return nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`);
}

function begun(name: string, options: HashOptions | undefined): Digesting {
  const digesting = begin(name, options?.outputLength);
  if (!digesting) throw new Error('Digest method not supported');
  return digesting;
}

function encoded(bytes: Buffer, encoding: string | undefined): Buffer | string {
  return encoding === undefined || encoding === 'buffer'
    ? bytes
    : bytes.toString(encoding as Encoding);
}

function finalized(): Error {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
}
