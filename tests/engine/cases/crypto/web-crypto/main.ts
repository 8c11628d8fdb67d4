// The same random source under its other names.
import { webcrypto } from 'node:crypto';

console.log(webcrypto === globalThis.crypto, typeof crypto.subtle.digest);
console.log(crypto.getRandomValues(new Uint8Array(3)).length);
