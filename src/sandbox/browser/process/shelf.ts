/**
 * All modules that a program can import by name: those of the core, and those on the shelf. The latter come as classic
 * scripts, so that they can be loaded in the middle of a call, and call `shelve` below.
 */
import { coreParts } from 'virtual:sandbox/core-parts';
import { INSPECTION, isInternal } from '../wire/shelf-names.ts';
import { type BuiltinModule, builtins } from './builtins/table.ts';
import { linkNow } from './host-calls.ts';
import { setInspection } from './inspection.ts';
import { native } from './native.ts';
import { errorOf } from './node-error.ts';

type Exports = Record<string, unknown>;
export type ShelvedMaker = (exports: Exports, require: (id: string) => unknown) => void;

const urls = new Map<string, string>();
const shelved = new Map<string, Exports>();
const packages = new Set<string>();
/** Whose script is being loaded. Nobody else is handed what belongs to the core. */
let loading: string | undefined;
/** Until the thread begins, what registers itself is a part of its script. */
let isOpen = true;

setInspection(
  () => shelvedModule(INSPECTION),
  () => shelved.has(INSPECTION),
);

/** Takes in where texts of the shelf can be loaded from. */
export function addShelfUrls(added: Readonly<Record<string, string>>): void {
  isOpen = false;
  for (const [name, url] of Object.entries(added)) urls.set(name, url);
}

/** Loads one part before the others can be found, if it is among what is known. */
export function loadedAhead<Module>(
  name: string,
  known: Readonly<Record<string, string>>,
): Module | undefined {
  const url = known[name];
  addShelfUrls(url === undefined ? {} : { [name]: url });
  return fromShelf(name) as Module | undefined;
}

/** The module that a program means by a name, without `node:`; nothing where there is none. */
export function builtin(name: string): BuiltinModule | undefined {
  if (isInternal(name)) return undefined;
  return Object.hasOwn(builtins, name) ? builtins[name] : fromShelf(name);
}

/** Of what has been loaded. */
export function isPackage(name: string): boolean {
  return packages.has(name);
}

/** For the core's own use of what is on the shelf: a name that is there. */
export function shelvedModule<Module>(name: string): Module {
  if (!urls.has(name) && !shelved.has(name)) {
    const result = linkNow(name, '/', 'shelf');
    if (!result.ok) throw errorOf(result.fault);
    addShelfUrls(result.shelf);
  }
  return fromShelf(name) as Module;
}

function fromShelf(name: string): Exports | undefined {
  if (!shelved.has(name)) {
    const url = urls.get(name);
    if (url === undefined) return undefined;
    const outer = loading;
    loading = name;
    try {
      native.importScripts(url);
    } finally {
      loading = outer;
    }
  }
  return shelved.get(name);
}

/** Called by a text of the shelf when it is loaded. */
export function shelve(name: string, make: ShelvedMaker, isOfNode: boolean): void {
  if (name !== loading && !isOpen) return;
  loading = undefined;
  if (!isOfNode) packages.add(name);
  const exports: Exports = {};
  shelved.set(name, exports);
  make(exports, (id) => {
    const [, kind, part = ''] = /^(core|shelf):(.*)$/.exec(id) ?? [];
    return kind === 'core' ? coreParts()[part] : fromShelf(part);
  });
  // As the modules of Node have it, for whoever asks for the whole.
  if (!Object.hasOwn(exports, 'default')) {
    exports['default'] = Object.fromEntries(Object.entries(exports));
  }
}
