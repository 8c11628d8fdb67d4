/** The long computations of node:crypto: what is computed is plain data, so that another thread can do it. */
import { hkdf } from '@noble/hashes/hkdf.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { digestOf } from './digests.ts';

/** The digest is one that exists. */
export type KeyJob =
  | {
      readonly type: 'pbkdf2';
      readonly digest: string;
      readonly password: Uint8Array;
      readonly salt: Uint8Array;
      readonly iterations: number;
      readonly length: number;
    }
  | {
      readonly type: 'scrypt';
      readonly password: Uint8Array;
      readonly salt: Uint8Array;
      readonly length: number;
      readonly N: number;
      readonly r: number;
      readonly p: number;
      readonly maxmem: number;
    }
  | {
      readonly type: 'hkdf';
      readonly digest: string;
      readonly key: Uint8Array;
      readonly salt: Uint8Array;
      readonly info: Uint8Array;
      readonly length: number;
    };

export function compute(job: KeyJob): Uint8Array {
  if (job.length === 0) return new Uint8Array();
  switch (job.type) {
    case 'pbkdf2': {
      const { digest, password, salt, iterations: c, length: dkLen } = job;
      return pbkdf2(known(digest), password, salt, { c, dkLen });
    }
    case 'scrypt': {
      const { password, salt, length: dkLen, N, r, p } = job;
      return scrypt(password, salt, { N, r, p, dkLen, maxmem: 2 ** 31 });
    }
    case 'hkdf': {
      const { digest, key, salt, info, length } = job;
      return hkdf(known(digest), key, salt, info, length);
    }
  }
}

function known(name: string) {
  const digest = digestOf(name);
  if (!digest) throw new Error(`Invalid digest: ${name}`);
  return digest;
}
