/** Gives the errors of the package of streams the form of Node's. To be imported before the package itself. */
import { codes } from 'readable-stream/lib/ours/errors.js';
import { nodeError } from '../node-error.ts';

const CHUNKS = ['string', 'Buffer', 'TypedArray', 'DataView'];

for (const [code, Class] of Object.entries(codes)) {
  codes[code] = function streamError(...args: unknown[]) {
    // As Node words it since the package was made.
    if (code === 'ERR_INVALID_ARG_TYPE' && args[0] === 'chunk') args[1] = CHUNKS;
    const { message, name } = new Class(...args);
    return nodeError({ TypeError, RangeError }[name] ?? Error, code, message);
  } as unknown as typeof Class;
}
