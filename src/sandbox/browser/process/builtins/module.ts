/** node:module */

import { Module as CommonModule, requireFrom } from '../commonjs.ts';
import { inspect } from '../inspection.ts';
import { absent, nodeError } from '../node-error.ts';

/** Node 24's, also those that this engine refuses. */
export const builtinModules: readonly string[] = (
  '_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex ' +
  '_stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common _tls_wrap ' +
  'assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram ' +
  'diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector ' +
  'inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring readline ' +
  'readline/promises repl stream stream/consumers stream/promises stream/web string_decoder sys timers ' +
  'timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib node:sea node:sqlite ' +
  'node:test node:test/reporters'
).split(' ');

const known = new Set(builtinModules);

export function isBuiltin(name: string): boolean {
  return known.has(name) || (name.startsWith('node:') && known.has(name.slice('node:'.length)));
}

/** The `require` that a CommonJS file in the place of `filename` would have. */
export function createRequire(filename: unknown): ReturnType<typeof requireFrom> {
  const path = pathOf(filename);
  if (path !== undefined) return requireFrom(path.endsWith('/') ? `${path}noop.js` : path);
  const words = `The argument 'filename' must be a file URL object, file URL string, or absolute path string. Received ${inspect(filename)}`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', words);
}

function pathOf(filename: unknown): string | undefined {
  if (typeof filename === 'string' && filename.startsWith('/')) return filename;
  const isUrl = filename instanceof URL || /^file:/.test(String(filename));
  return isUrl ? decodeURIComponent(new URL(String(filename)).pathname) : undefined;
}

const NO_HOOKS = 'the host links modules, and lets no program change them on the way';

export function register(): never {
  throw absent('register()', NO_HOOKS);
}
export function registerHooks(): never {
  throw absent('registerHooks()', NO_HOOKS);
}
export function stripTypeScriptTypes(): never {
  throw absent('stripTypeScriptTypes()', 'the page takes types out of files, not out of strings');
}
export function findPackageJSON(): never {
  throw absent('findPackageJSON()', 'packages have no folders here');
}
export function syncBuiltinESMExports(): void {}
export function findSourceMap(): undefined {
  return undefined;
}
export const constants = {
  compileCacheStatus: { FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 },
};
export function enableCompileCache(): { status: number } {
  return { status: constants.compileCacheStatus.DISABLED };
}
export function getCompileCacheDir(): undefined {
  return undefined;
}
export function flushCompileCache(): void {}

export const Module = Object.assign(CommonModule, {
  builtinModules,
  constants,
  createRequire,
  enableCompileCache,
  findPackageJSON,
  findSourceMap,
  flushCompileCache,
  getCompileCacheDir,
  isBuiltin,
  register,
  registerHooks,
  stripTypeScriptTypes,
  syncBuiltinESMExports,
});
Object.assign(Module, { Module });
export default Module;
