/** The door through which linked modules reach their thread; see `THREAD_GATE` of the host. */
import { setBuiltinFinder } from './builtins/process.ts';
import { linkLater } from './host-calls.ts';
import { markActive, ref, unref } from './loop.ts';
import { errorOf, nodeError } from './node-error.ts';
import { addShelfUrls, builtin, shelve } from './shelf.ts';
import { addModules, thread } from './thread.ts';

/** Loads that keep the thread alive. */
const loading = new Set<symbol>();

interface ModuleParts {
  readonly meta: object;
  load(specifier: unknown): Promise<unknown>;
  require(name: string): unknown;
}

const gate = {
  builtin,
  shelve,
  /** Called by every module of the program just before its own text runs. */
  module(path: string, folder: string, url: string): ModuleParts {
    begun(...loading);
    const meta = Object.assign(Object.create(null), {
      dirname: folder,
      filename: path,
      main: thread().argv[1] === path,
      resolve: (specifier: string) => new URL(specifier, url).href,
      url,
    });
    return {
      meta,
      load: (specifier) => dynamicImport(String(specifier), path),
      require: requireBuiltin,
    };
  },
};

export function installGate(): void {
  setBuiltinFinder((name) => builtin(name)?.['default']);
  Object.defineProperty(globalThis, Symbol.for('sandbox.thread'), { value: gate });
}

/** Loads a module, and keeps the thread alive until the module's text begins to run: awaiting in it does not. */
export async function loadModule(url: string): Promise<unknown> {
  const load = Symbol(url);
  loading.add(load);
  ref();
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    begun(load);
  }
}

function begun(...loads: readonly symbol[]): void {
  for (const load of loads) {
    if (!loading.delete(load)) continue;
    markActive();
    unref();
  }
}

async function dynamicImport(specifier: string, from: string): Promise<unknown> {
  const result = await linkLater(specifier, from);
  if (!result.ok) throw errorOf(result.fault);
  addModules(result.modules);
  addShelfUrls(result.shelf);
  return loadModule(result.url);
}

function requireBuiltin(name: string): unknown {
  const module = builtin(name.replace(/^node:/, ''));
  if (module) return module['default'];
  throw nodeError(Error, 'MODULE_NOT_FOUND', `Cannot find module '${name}'`);
}
