/** node:path */
import posix from 'path-browserify';

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
