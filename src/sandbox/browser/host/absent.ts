/**
 * What Node has and this engine has not, with the reason. A program that imports it is refused before it runs,
 * with the place of the import, instead of failing halfway.
 */
import { ELSEWHERE, ON_NODE } from '../remedy.ts';
import { reasonForAbsence } from './absent-exports.ts';

const NO_SOCKETS = 'a page has no sockets';
const reasons: Readonly<Record<string, string>> = {
  punycode: 'it is out of date, and Node.js keeps it only for old programs',
  async_hooks: 'a browser gives no way to carry a context from one await to the next',
  cluster: 'its processes share a port, and a page has no sockets that could be handed over',
  dgram: NO_SOCKETS,
  dns: NO_SOCKETS,
  'dns/promises': NO_SOCKETS,
  http2: NO_SOCKETS,
  https: NO_SOCKETS,
  net: NO_SOCKETS,
  tls: NO_SOCKETS,
  inspector: 'the browser keeps its debugger to itself',
  'inspector/promises': 'the browser keeps its debugger to itself',
  sqlite: 'it needs a database compiled into Node.js',
  repl: 'there is no terminal to read from',
  sea: 'there is no program file to make',
  trace_events: 'the browser keeps its traces to itself; performance marks are there',
  wasi: 'a sandbox hands out no system interface; WebAssembly itself is there',
  zlib: 'the browser brings CompressionStream, which is there, and no more',
  v8: 'the inside of the JavaScript engine is not open to a page',
  vm: 'the sandbox does not let a program make code out of text',
};

/** Those of which a WebContainer has the name and little more. */
const onlyOnNode: ReadonlySet<string> = new Set(['inspector', 'inspector/promises', 'sqlite']);

/** The words for a built-in module, or one of its exports, that does not exist here. */
export function absentModule(name: string): string {
  const reason = reasons[name] ?? 'it has not been made for it';
  const elsewhere = onlyOnNode.has(name) ? ON_NODE : ELSEWHERE;
  return `node:${name} is not part of the browser engine: ${reason}. ${elsewhere}`;
}

export function absentExport(module: string, name: string): string {
  const reason = reasonForAbsence(module, name);
  const because = reason === undefined ? '' : `: ${reason}`;
  return `${name} of node:${module} is not part of the browser engine${because}. ${ELSEWHERE}`;
}

/** `importer` is a path; `known` are the packages that exist here. */
export function absentPackage(name: string, importer: string, known: readonly string[]): string {
  const list = known.length === 0 ? 'no packages' : `of all packages only ${known.join(', ')}`;
  return `Cannot find package '${name}' imported from ${importer}: the browser engine has ${list}. ${ON_NODE}`;
}

/** All of Node 24's public built-in modules, so that a missing one is told from a package. */
export const nodeModules: ReadonlySet<string> = new Set(
  (
    'assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram ' +
    'diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector ' +
    'inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring ' +
    'readline readline/promises repl sea sqlite stream stream/consumers stream/promises stream/web ' +
    'string_decoder sys test test/reporters timers timers/promises tls trace_events tty url util util/types v8 vm wasi ' +
    'worker_threads zlib'
  ).split(' '),
);

/** Those that need the `node:`. */
export const schemeOnly: ReadonlySet<string> = new Set(['sea', 'sqlite', 'test', 'test/reporters']);
