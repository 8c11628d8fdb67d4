/** node:path/posix, which node:path is here. */
import posix from './path.ts';

export const {
  basename,
  delimiter,
  dirname,
  extname,
  format,
  isAbsolute,
  join,
  normalize,
  parse,
  relative,
  resolve,
  sep,
} = posix;
export { posix };
export default posix;
