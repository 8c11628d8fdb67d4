/**
 * Runs modules that import each other in a circle. Each comes as a script that hands over a generator, see
 * `circle-text.ts` of the host; here they get each other's exports and run in the order that modules have: what a file
 * imports before it, unless that is on its way already.
 */
import type { CircleParts, Origin } from '../wire/circle-parts.ts';
import { native } from './native.ts';
import { circularScript, moduleAt } from './thread.ts';

type Get = () => unknown;
type Load = (specifier: unknown, options?: unknown) => Promise<unknown>;
type Body = Generator<void, void> | AsyncGenerator<void, void>;
/** Called with the file's own exports before it runs, and with nothing when it has come to its end. */
type Export = (getters?: Readonly<Record<string, Get>>) => void;
type Text = (imports: object) => (meta: object, load: Load, hand: Export) => () => Body;
/** Modules in no circle, by URL. */
export type Others = Readonly<Record<string, object>>;

/** What a file gets and tells as its text begins: the same as one in no circle. */
interface Gate {
  metaOf(path: string, folder: string, url: string): object;
  importFrom(path: string): Load;
  /** Called just before a file's own text runs. */
  textBegins(url: string): void;
}

interface Circular extends CircleParts {
  readonly text: Text;
  readonly own: Map<string, Get>;
  /** Undefined until the file is entered. */
  body?: Body;
  isOver: boolean;
  /** Whether it runs, or has. */
  begun: boolean;
  /** While it waits for what it imports, or by its own `await`. */
  pending?: Promise<void>;
  failed?: { readonly error: unknown };
  /** The first of those that it leads to, of the ones that are on their way. */
  reach: number;
  /** The module through which the circle that it belongs to was entered. */
  root?: Circular;
  namespace?: object;
}

const modules = new Map<number, Circular>();
const others = new Map<string, object>();
let installed: Gate | undefined;

export function installCircles(given: Gate): void {
  installed = given;
}

/** Called by the script of a file. */
export function addCircular(text: Text, parts: CircleParts): void {
  modules.set(parts.id, { ...parts, text, own: new Map(), isOver: false, begun: false, reach: 0 });
}

/** Called by the module that stands for one of a circle. Gives what has to be waited for. */
export function runCircle(
  id: number,
  members: readonly number[],
  given: Others,
): Promise<void> | undefined {
  for (const [url, namespace] of Object.entries(given)) others.set(url, namespace);
  const fresh = members.filter((each) => !modules.has(each));
  for (const each of fresh) native.importScripts(circularScript(each));
  const entered = fresh.map((each) => enterText(moduleOf(each)));
  // A file that awaits is entered a moment later; once it is, its text begins as soon as it is told to.
  if (!entered.some((step) => step instanceof Promise)) return run(moduleOf(id));
  return Promise.all(entered).then(() => run(moduleOf(id)));
}

/** Of a module in a circle, all that it exports. */
export function namespaceInCircle(url: string): object | undefined {
  const id = moduleAt(url)?.circularId;
  return id === undefined ? undefined : namespaceOf(moduleOf(id));
}

/** What a module in a circle threw. */
export function failureInCircle(url: string): { readonly error: unknown } | undefined {
  return modules.get(moduleAt(url)?.circularId ?? 0)?.failed;
}

function moduleOf(id: number): Circular {
  const module = modules.get(id);
  if (!module) throw new Error('A script of a circle has not been loaded.');
  return module;
}

/** Up to the file's first line: its functions are there, and its other names have no values yet. */
function enterText(module: Circular): unknown {
  const { path, folder, url, imports, text, own } = module;
  const given = Object.create(null);
  // By this name a stack trace knows what only seems to be an object of the program's.
  Object.defineProperty(given, Symbol.toStringTag, { value: 'Imports$' });
  for (const [name, origin] of Object.entries(imports)) {
    Object.defineProperty(given, name, { get: getterFrom(module, origin), set: refuseAssignment });
  }
  const hand: Export = (getters) => {
    if (getters)
      for (const [name, get] of Object.entries(getters)) own.set(name, guarded(name, get));
    else module.isOver = true;
  };
  const { metaOf, importFrom } = gate();
  const start = text(given)(metaOf(path, folder, url), importFrom(path), hand);
  module.body = start();
  return module.body.next();
}

function gate(): Gate {
  if (!installed) throw new Error('Circles have not been installed.');
  return installed;
}

function refuseAssignment(): never {
  throw new TypeError('Assignment to constant variable.');
}

/** All that can go wrong is that the variable has no value yet; a browser would name its own variable then. */
function guarded(name: string, get: Get): Get {
  return () => {
    let value: unknown;
    try {
      value = get();
    } catch {
      throw new ReferenceError(`Cannot access '${name}' before initialization`);
    }
    if (name === 'default' && typeof value === 'function' && value.name === 'default$') {
      Object.defineProperty(value, 'name', { value: 'default', configurable: true });
    }
    return value;
  };
}

function getterFrom(module: Circular, [dependency, name]: Origin): Get {
  const to = module.dependencies[dependency] ?? '';
  return () => {
    if (typeof to === 'number') {
      return name === '*' ? namespaceOf(moduleOf(to)) : found(moduleOf(to), name)?.();
    }
    const namespace = others.get(to);
    return name === '*' || !namespace ? namespace : Reflect.get(namespace, name);
  };
}

/** What a module exports by a name, itself or from others. */
function found(module: Circular, name: string, seen = new Set<Circular>()): Get | undefined {
  const { own, reexports, stars, dependencies } = module;
  const direct = own.get(name);
  if (direct) return direct;
  if (Object.hasOwn(reexports, name)) {
    const origin = reexports[name];
    return origin && getterFrom(module, origin);
  }
  if (name === 'default' || seen.has(module)) return undefined;
  seen.add(module);
  for (const star of stars) {
    const to = dependencies[star] ?? '';
    if (typeof to === 'number') {
      const get = found(moduleOf(to), name, seen);
      if (get) return get;
    } else if (Object.hasOwn(others.get(to) ?? {}, name)) return getterFrom(module, [star, name]);
  }
  return undefined;
}

function namesOf(module: Circular, seen = new Set<Circular>()): Set<string> {
  const names = new Set([...module.own.keys(), ...Object.keys(module.reexports)]);
  if (seen.has(module)) return names;
  seen.add(module);
  for (const star of module.stars) {
    const to = module.dependencies[star] ?? '';
    const more =
      typeof to === 'number' ? namesOf(moduleOf(to), seen) : Object.keys(others.get(to) ?? {});
    for (const name of more) if (name !== 'default') names.add(name);
  }
  return names;
}

function namespaceOf(module: Circular): object {
  module.namespace ??= makeNamespace(module);
  return module.namespace;
}

/** Reads as a browser's own: values, always the present ones, that cannot be set. */
function makeNamespace(module: Circular): object {
  const target = Object.create(null);
  for (const name of [...namesOf(module)].sort()) {
    const get = found(module, name) ?? (() => undefined);
    Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
  }
  Object.defineProperty(target, Symbol.toStringTag, { value: 'Module' });
  Object.preventExtensions(target);
  return new Proxy(target, {
    getOwnPropertyDescriptor(of, name) {
      const own = Reflect.getOwnPropertyDescriptor(of, name);
      if (!own?.get) return own;
      return { value: own.get(), writable: true, enumerable: true, configurable: true };
    },
    set(_, name) {
      const words = `Cannot assign to read only property '${String(name)}' of object '[object Module]'`;
      throw new TypeError(words);
    },
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}

/** Runs a module after those that it imports. Throws what it throws; gives what has to be waited for. */
function run(module: Circular): Promise<void> | undefined {
  if (module.begun) installed?.textBegins(module.url);
  else evaluate(module, []);
  const { failed, pending } = module.root ?? module;
  if (failed) throw failed.error;
  return pending;
}

/** `above` has those that are on their way, each imported by one before it, and ends of circles among them. */
function evaluate(module: Circular, above: Circular[]): void {
  module.begun = true;
  const place = above.push(module) - 1;
  module.reach = place;
  const waits: Promise<void>[] = [];
  try {
    for (const to of module.dependencies) {
      if (typeof to !== 'number') continue;
      const needed = moduleOf(to);
      if (!needed.begun) evaluate(needed, above);
      const { failed, pending } = needed.root ?? needed;
      if (failed) throw failed.error;
      if (!needed.root) module.reach = Math.min(module.reach, needed.reach);
      if (pending) waits.push(pending);
    }
    const pending =
      waits.length === 0 ? runText(module) : Promise.all(waits).then(() => runText(module));
    if (pending) module.pending = pending;
    pending?.catch((error: unknown) => {
      module.failed ??= { error };
    });
  } catch (error) {
    for (const each of above.splice(place)) each.failed ??= { error };
    throw error;
  }
  // It leads to nobody before it: what is above it is the whole of its circle, and over when it is.
  if (module.reach === place) for (const each of above.splice(place)) each.root = module;
}

function runText(module: Circular): Promise<void> | undefined {
  gate().textBegins(module.url);
  const end = module.body?.next();
  if (module.isOver || !(end instanceof Promise)) return undefined;
  return end.then(() => undefined);
}
