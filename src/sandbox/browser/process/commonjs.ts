/** CommonJS: `require`, its cache, and the modules in it. Files come as scripts that hand their thread a function. */

import { checkString, invalidValue } from './argument-checks.ts';
import { linkNow } from './host-calls.ts';
import { native } from './native.ts';
import { errorOf } from './node-error.ts';
import { addShelfUrls, builtin, isPackage } from './shelf.ts';
import { addModules, moduleAt, thread } from './thread.ts';

type Require = ReturnType<typeof requireFrom>;
type Load = (specifier: unknown, options?: unknown) => Promise<unknown>;
/** What a file's script is: given the file's `import()`, the function that runs it. */
type Body = (
  load: Load,
) => (
  this: unknown,
  exports: unknown,
  require: Require,
  module: Module,
  filename: string,
  folder: string,
) => void;

const bodies = new Map<string, Body>();
const cache: Record<string, Module> = Object.create(null);
let main: Module | undefined;
let importFrom: (path: string) => Load = () => {
  throw new Error('There is no import yet.');
};

export class Module {
  readonly id: string;
  readonly path: string;
  exports: unknown = {};
  readonly filename: string;
  loaded = false;
  readonly children: Module[] = [];
  readonly paths: string[] = [];

  constructor(path: string) {
    this.id = path === thread().argv[1] ? '.' : path;
    this.filename = path;
    this.path = path.slice(0, path.lastIndexOf('/')) || '/';
  }
  require(id: unknown): unknown {
    return requireFrom(this.filename, this)(id);
  }
}

/** Called by the script of a file when it is loaded. */
export function commonjs(path: string, body: Body): void {
  bodies.set(path, body);
}

/** How files get their `import()`. */
export function installCommonjs(load: typeof importFrom): void {
  importFrom = load;
}

/** What a linked file exports; runs it if it has not been. */
export function required(path: string, parent?: Module): unknown {
  const known = cache[path];
  if (known) return known.exports;
  const linked = moduleAt(path);
  const module = new Module(path);
  cache[path] = module;
  parent?.children.push(module);
  if (path === thread().argv[1]) main = module;
  try {
    if (path.endsWith('.json')) module.exports = JSON.parse(linked?.source ?? '');
    else run(module, linked?.script);
  } catch (error) {
    delete cache[path];
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

function run(module: Module, script: string | undefined): void {
  const { filename, path } = module;
  if (script !== undefined) native.importScripts(script);
  const body = bodies.get(filename)?.(importFrom(filename));
  const require = requireFrom(filename, module);
  body?.call(module.exports, module.exports, require, module, filename, path);
}

/** The `require` of a module at an absolute path. */
export function requireFrom(from: string, parent?: Module) {
  const resolve = (id: unknown) => {
    checkId(id);
    return isBuiltin(id) ? id : (located(id, from) ?? id);
  };
  const require = (id: unknown) => {
    checkId(id);
    const path = isBuiltin(id) ? undefined : located(id, from);
    return path === undefined ? named(id) : required(path, parent);
  };
  return Object.assign(require, {
    resolve: Object.assign(resolve, { paths: () => [] }),
    main,
    extensions: Object.create(null),
    cache,
  });
}

function checkId(id: unknown): asserts id is string {
  checkString(id, 'id');
  if (id === '') throw invalidValue('id', id, 'must be a non-empty string');
}

function isBuiltin(id: string): boolean {
  return builtin(withoutScheme(id)) !== undefined;
}

const withoutScheme = (id: string) => id.replace(/^node:/, '');

/** A built-in module, or a package. */
function named(id: string): unknown {
  const name = withoutScheme(id);
  const module = builtin(name);
  return isPackage(name) ? module : module?.['default'];
}

/** The path of the file that is meant; nothing for what is found by its name. */
function located(id: string, from: string): string | undefined {
  const foreseen = moduleAt(from)?.requires?.[id];
  if (foreseen !== undefined) return foreseen;
  const result = linkNow(id, from, 'require');
  if (!result.ok) {
    const stack = result.fault.code === 'MODULE_NOT_FOUND' ? { requireStack: [from] } : {};
    throw Object.assign(errorOf(result.fault), stack);
  }
  addModules(result.modules);
  addShelfUrls(result.shelf);
  return result.path;
}
