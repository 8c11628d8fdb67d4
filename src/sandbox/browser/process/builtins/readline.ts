/** node:readline */
import { Interface, type Options, type Output } from '../readline/line-reader.ts';
import * as promises from './readline-promises.ts';

export {
  clearLine,
  clearScreenDown,
  cursorTo,
  moveCursor,
} from '../readline/terminal-codes.ts';
export { Interface, promises };

export function createInterface(options: Options, output?: Output): Interface {
  return new Interface(options, output);
}
