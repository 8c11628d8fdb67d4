/** node:crypto: digests and derived keys from the package @noble/hashes, chance from the browser. */
import { digestNames } from '../crypto/computations.ts';
import { type Bytes, bytesOf, Hash, type HashOptions, Hmac, hash } from '../crypto/hash.ts';
import { nodeError } from '../node-error.ts';

export * from '../crypto/key-derivation.ts';
export * from '../crypto/random.ts';
export { subtle, webcrypto } from '../crypto/web-crypto.ts';
export { Hash, Hmac, hash };

export function createHash(name: string, options?: HashOptions): Hash {
  return new Hash(name, options);
}

export function createHmac(name: string, key: Bytes): Hmac {
  return new Hmac(name, key);
}

export function getHashes(): string[] {
  return [...digestNames];
}

/** Takes as long for two that differ in the first byte as for two that are equal. */
export function timingSafeEqual(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const [one, other] = [bytesOf(a, 'buf1'), bytesOf(b, 'buf2')];
  if (one.length !== other.length) {
    const words = 'Input buffers must have the same byte length';
    throw nodeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', words);
  }
  let difference = 0;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
