/** Web Crypto as far as the browser gives it: outside of a secure context it has no `subtle`. */
import { absent } from '../node-error.ts';

const { crypto } = globalThis;

/** Says why where it is used, not where it is looked at. */
const missing = new Proxy(
  {},
  {
    get(_target, name) {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return () =>
        Promise.reject(
          absent(
            `crypto.subtle.${name}()`,
            'browsers have it only on pages that came over https; createHash, createHmac and pbkdf2 of node:crypto work',
          ),
        );
    },
  },
) as SubtleCrypto;

export const subtle: SubtleCrypto = crypto.subtle ?? missing;

if (!crypto.subtle) {
  Object.defineProperty(Object.getPrototypeOf(crypto), 'subtle', {
    get: () => missing,
    configurable: true,
    enumerable: true,
  });
}

export const webcrypto: Crypto = crypto;
