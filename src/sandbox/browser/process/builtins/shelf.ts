/**
 * What programs can import and few do: built-in modules and packages that are no part of the sandbox's document.
 * Each becomes a text of its own, which the page fetches when a program needs it. One line each: the name by which it
 * is imported, and the file here, or the installed package, that it is made of.
 *
 * A module on the shelf may import everything of the core (all that `process/main.ts` reaches) and other modules on the
 * shelf; it gets those of the thread, not copies. A file that two of them share and the core does not use needs a line
 * of its own: a name that begins with `internal/` cannot be imported by programs.
 */
import { CIRCLES, INSPECTION, IPC } from '../../wire/shelf-names.ts';

export interface Shelved {
  readonly from: string;
  /** Patterns of words, besides its own name in quotes: one of them stands in every program that needs the module. */
  readonly words?: readonly string[];
}

const TEXT = '(?:`[^`]*`|\'[^\'\\n]*\'|"[^"\\n]*")';
/** A console that is asked for more than to print one text. */
const CONSOLE = `console(?!\\.\\w+\\(\\s*(?:${TEXT})?\\s*,?\\s*\\))`;

export const shelf: Readonly<Record<string, Shelved>> = {
  assert: { from: './assert.ts' },
  'assert/strict': { from: './assert-strict.ts' },
  buffer: { from: './buffer.ts', words: ['Buffer', 'fs'] },
  child_process: { from: './child-process.ts' },
  crypto: { from: './crypto.ts' },
  module: { from: './module.ts', words: ['createRequire'] },
  http: { from: './http.ts' },
  [CIRCLES]: { from: '../circle.ts' },
  [IPC]: { from: '../ipc.ts' },
  'internal/net': { from: '../net.ts' },
  'internal/addresses': { from: '../http/local-address.ts' },
  'internal/computations': { from: '../crypto/computations.ts' },
  fs: { from: './fs.ts', words: ['loadEnvFile'] },
  'fs/promises': { from: './fs-promises.ts' },
  'internal/files': { from: './files.ts' },
  [INSPECTION]: { from: './inspect.ts', words: [CONSOLE] },
  'internal/fetch': { from: '../http/fetch.ts', words: ['fetch'] },
  'internal/mailboxes': {
    from: '../mailboxes/mailboxes.ts',
    words: ['receiveMessageOnPort'],
  },
  path: { from: './path.ts' },
  'path/posix': { from: './path-posix.ts' },
  perf_hooks: { from: './perf-hooks.ts', words: ['PerformanceObserver'] },
  diagnostics_channel: { from: './diagnostics-channel.ts' },
  os: { from: './os.ts' },
  querystring: { from: './querystring.ts' },
  readline: { from: './readline.ts' },
  'readline/promises': { from: './readline-promises.ts' },
  'internal/line-reader': { from: '../readline/line-reader.ts' },
  stream: { from: './stream.ts', words: ['stdin', 'stdout: true', 'stderr: true'] },
  'stream/consumers': { from: './stream-consumers.ts' },
  'stream/promises': { from: './stream-promises.ts' },
  'stream/web': { from: './stream-web.ts' },
  string_decoder: { from: './string-decoder.ts' },
  test: { from: './test.ts' },
  'timers/promises': { from: './timers-promises.ts' },
  util: { from: './util.ts' },
  'util/types': { from: './util-types.ts' },
  'internal/file-streams': {
    from: './file-streams.ts',
    words: ['createReadStream', 'createWriteStream'],
  },
  'internal/deep-equal': { from: './deep-equal.ts' },
  url: { from: './url.ts' },
  'p-limit': { from: 'p-limit' },
  'p-queue': { from: 'p-queue' },
  'p-retry': { from: 'p-retry' },
};
