/** The digests of node:crypto by name, as the package @noble/hashes computes them. */
import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';

/** A hash that is being computed. */
export interface Digesting {
  update(bytes: Uint8Array): this;
  digest(): Uint8Array;
  clone(): Digesting;
}
export type Digest = typeof sha256;

const byName = {
  blake2b512: blake2b,
  blake2s256: blake2s,
  md5,
  ripemd: ripemd160,
  ripemd160,
  rmd160: ripemd160,
  sha1,
  sha224,
  sha256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
} as const;

/** Those whose length is up to who asks. */
const ofAnyLength = { shake128, shake256 } as const;

/** Nothing where there is no digest of that name. */
export function digestOf(name: string): Digest | undefined {
  const key = plainName(name);
  return Object.hasOwn(byName, key) ? (byName[key as keyof typeof byName] as Digest) : undefined;
}

export function begin(name: string, outputLength?: number): Digesting | undefined {
  const key = plainName(name);
  if (Object.hasOwn(ofAnyLength, key)) {
    const { create, outputLen } = ofAnyLength[key as keyof typeof ofAnyLength];
    return create({ dkLen: outputLength ?? outputLen }) as unknown as Digesting;
  }
  return digestOf(key)?.create() as Digesting | undefined;
}

export const digestNames: readonly string[] = [
  ...Object.keys(byName),
  ...Object.keys(ofAnyLength),
].sort();

/** OpenSSL has old names beside those of today. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^rsa-/, '')
    .replace(/^sha-(?=\d)/, 'sha')
    .replace(/^sha512\//, 'sha512-');
}
