/** pbkdf2, scrypt and hkdf: what they are given is checked here, what they compute is a job. */
import { checkFunction, invalidType, outOfRange } from '../argument-checks.ts';
import { Buffer } from '../builtins/buffer.ts';
import { nodeError } from '../node-error.ts';
import { compute, digestOf, type KeyJob } from './computations.ts';
import { type Bytes, bytesOf, invalidDigest } from './hash.ts';
import { inPool } from './key-pool.ts';

type Done<Value> = (error: Error | null, value?: Value) => void;

const MAX_INT = 2 ** 31 - 1;
const SCRYPT_MEMORY = 32 * 1024 * 1024;

export function pbkdf2Sync(
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
  digest: string,
): Buffer {
  return bufferOf(compute(pbkdf2Job(password, salt, iterations, length, digest)));
}

export function pbkdf2(
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
  digest: string,
  done: Done<Buffer>,
): void {
  checkCallback(done);
  later(pbkdf2Job(password, salt, iterations, length, digest), bufferOf, done);
}

interface ScryptOptions {
  readonly N?: number;
  readonly cost?: number;
  readonly r?: number;
  readonly blockSize?: number;
  readonly p?: number;
  readonly parallelization?: number;
  readonly maxmem?: number;
}

export function scryptSync(
  password: Bytes,
  salt: Bytes,
  length: number,
  options?: ScryptOptions,
): Buffer {
  return bufferOf(compute(scryptJob(password, salt, length, options)));
}

export function scrypt(password: Bytes, salt: Bytes, length: number, ...rest: unknown[]): void {
  const done = rest.at(-1);
  checkCallback<Buffer>(done);
  const options = rest.length > 1 ? (rest[0] as ScryptOptions) : undefined;
  later(scryptJob(password, salt, length, options), bufferOf, done);
}

export function hkdfSync(
  digest: string,
  key: Bytes,
  salt: Bytes,
  info: Bytes,
  length: number,
): ArrayBuffer {
  return arrayBufferOf(compute(hkdfJob(digest, key, salt, info, length)));
}

export function hkdf(
  digest: string,
  key: Bytes,
  salt: Bytes,
  info: Bytes,
  length: number,
  done: Done<ArrayBuffer>,
): void {
  checkCallback(done);
  later(hkdfJob(digest, key, salt, info, length), arrayBufferOf, done);
}

function pbkdf2Job(
  password: Bytes,
  salt: Bytes,
  iterations: number,
  length: number,
  digest: string,
): KeyJob {
  const bytes = bytesOf(password, 'password');
  const saltBytes = bytesOf(salt, 'salt');
  checkRange('iterations', iterations, 1, MAX_INT);
  checkRange('keylen', length, 0, MAX_INT);
  if (!digestOf(digest)) throw invalidDigest(digest);
  return { type: 'pbkdf2', password: bytes, salt: saltBytes, iterations, length, digest };
}

function scryptJob(
  password: Bytes,
  salt: Bytes,
  length: number,
  options: ScryptOptions = {},
): KeyJob {
  const N = options.N ?? options.cost ?? 16_384;
  const r = options.r ?? options.blockSize ?? 8;
  const p = options.p ?? options.parallelization ?? 1;
  const maxmem = options.maxmem ?? SCRYPT_MEMORY;
  checkRange('keylen', length, 0, MAX_INT);
  if (N < 2 || (N & (N - 1)) !== 0 || 128 * N * r > maxmem) {
    const why = N < 2 || (N & (N - 1)) !== 0 ? '' : ': memory limit exceeded';
    throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', `Invalid scrypt params${why}`);
  }
  const given = { password: bytesOf(password, 'password'), salt: bytesOf(salt, 'salt') };
  return { type: 'scrypt', ...given, length, N, r, p, maxmem };
}

function hkdfJob(digest: string, key: Bytes, salt: Bytes, info: Bytes, length: number): KeyJob {
  const known = digestOf(digest);
  if (!known) throw invalidDigest(digest);
  if (length > 255 * known.outputLen) {
    throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
  }
  const given = {
    key: bytesOf(key, 'ikm'),
    salt: bytesOf(salt, 'salt'),
    info: bytesOf(info, 'info'),
  };
  return { type: 'hkdf', digest, ...given, length };
}

function later<Value>(job: KeyJob, form: (bytes: Uint8Array) => Value, done: Done<Value>): void {
  inPool(job, (error, bytes) => (bytes ? done(null, form(bytes)) : done(error)));
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes);
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function checkRange(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  if (typeof value !== 'number') throw invalidType(name, 'of type number', value);
  throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

function checkCallback<Value>(done: unknown): asserts done is Done<Value> {
  checkFunction(done, 'callback');
}
