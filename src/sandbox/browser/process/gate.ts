/** The door through which linked modules reach their thread; see `THREAD_GATE` of the host. */

import { isRecord } from '../wire/is-record.ts';
import { CIRCLES } from '../wire/shelf-names.ts';
import type { LinkedModule } from '../wire/thread-messages.ts';
import { setBuiltinFinder } from './builtins/process.ts';
import type * as circles from './circle.ts';
import { commonjs, installCommonjs, required, requireFrom } from './commonjs.ts';
import type * as computations from './crypto/computations.ts';
import { linkLater, linkNow } from './host-calls.ts';
import { markActive, ref, unref } from './loop.ts';
import { errorOf } from './node-error.ts';
import { addShelfUrls, builtin, isPackage, shelve, shelvedModule } from './shelf.ts';
import { addModules, moduleAt, thread } from './thread.ts';

/** A load that keeps the thread alive, by the URL of the module that was asked for. */
interface Load {
  readonly url: string;
}

const loading = new Set<Load>();

interface ModuleParts {
  readonly meta: object;
  load(specifier: unknown, options?: unknown): Promise<unknown>;
  require(id: unknown): unknown;
}

const gate = {
  builtin,
  shelve,
  commonjs,
  required: (path: string) => required(path),
  /** Called by every module of the program just before its own text runs. */
  module(path: string, folder: string, url: string): ModuleParts {
    textBegins(url);
    return { meta: metaOf(path, folder, url), load: importFrom(path), require: requireFrom(path) };
  },
  /** Called by the script of a file in a circle, and by the module that stands for one. */
  circular: (...given: Parameters<Circles['addCircular']>) => loadedCircles().addCircular(...given),
  circle: (...given: Parameters<Circles['runCircle']>) => loadedCircles().runCircle(...given),
  /** What a thread of the pool does for node:crypto. */
  serveKeyJobs: () => shelvedModule<typeof computations>('internal/computations').serveKeyJobs(),
};

type Circles = typeof circles;
let knownCircles: Circles | undefined;

/** Few programs have any. The host has seen to it that what runs them can be loaded when there are. */
function loadedCircles(): Circles {
  if (!knownCircles) {
    knownCircles = shelvedModule<Circles>(CIRCLES);
    knownCircles.installCircles({ metaOf, importFrom, textBegins });
  }
  return knownCircles;
}

function metaOf(path: string, folder: string, url: string): object {
  return Object.assign(Object.create(null), {
    dirname: folder,
    filename: path,
    main: thread().argv[1] === path,
    resolve: (specifier: unknown) => resolveFrom(String(specifier), path, url),
    url,
  });
}

function textBegins(address: string): void {
  for (const load of loading) {
    const module = found(load.url, address);
    // Without an `await` it only says that some load of it goes on: another may still be on its way.
    if (module && (module.url === load.url || /\bawait\b/.test(module.source))) begun(load);
  }
}

export function installGate(): void {
  installCommonjs(importFrom);
  setBuiltinFinder((name) => (isPackage(name) ? undefined : builtin(name)?.['default']));
  Object.defineProperty(globalThis, Symbol.for('sandbox.thread'), { value: gate });
}

/** Loads a module, and keeps the thread alive until a text of its graph begins to run: awaiting in it does not. */
export async function loadModule(url: string): Promise<unknown> {
  const load = { url };
  loading.add(load);
  ref();
  try {
    const namespace: unknown = await import(/* @vite-ignore */ url);
    // In WebKit a module that has awaited and failed seems to be there when it is asked for again.
    const failure = knownCircles?.failureInCircle(url);
    if (failure) throw failure.error;
    return knownCircles?.namespaceInCircle(url) ?? namespace;
  } finally {
    begun(load);
  }
}

function begun(load: Load): void {
  if (!loading.delete(load)) return;
  markActive();
  unref();
}

/** The module with that address in the graph of another one, or that one. */
function found(from: string, address: string, seen = new Set<string>()): LinkedModule | undefined {
  const module = seen.has(from) ? undefined : moduleAt(from);
  seen.add(from);
  if (module?.address === address) return module;
  for (const url of module?.imports ?? []) {
    const deeper = found(url, address, seen);
    if (deeper) return deeper;
  }
  return undefined;
}

/** The `import()` of a module. */
function importFrom(path: string) {
  return async (specifier: unknown, options?: unknown): Promise<unknown> => {
    const result = await linkLater(String(specifier), path, attributesIn(options));
    if (!result.ok) throw errorOf(result.fault);
    addModules(result.modules);
    addShelfUrls(result.shelf);
    return loadModule(result.url);
  };
}

/** Of `{ with: { type: 'json' } }`, the second argument of an `import()`. */
function attributesIn(options: unknown): Record<string, string> {
  const attributes = isRecord(options) ? options['with'] : undefined;
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
}

/** The `import.meta.resolve` of a module: only what is found by its name has to exist. */
function resolveFrom(specifier: string, path: string, url: string): string {
  if (/^(\.{0,2}\/|\.{1,2}$|(file|data|node):)/.test(specifier))
    return new URL(specifier, url).href;
  if (builtin(specifier)) return `node:${specifier}`;
  const result = linkNow(specifier, path);
  if (!result.ok) {
    if (result.fault.code === 'ERR_NOT_IN_BROWSER_ENGINE') return `node:${specifier}`;
    throw errorOf(result.fault);
  }
  addShelfUrls(result.shelf);
  if (result.path !== undefined) return new URL(result.path, 'file:').href;
  return isPackage(specifier)
    ? new URL(`node_modules/${specifier}/`, url).href
    : `node:${specifier}`;
}
