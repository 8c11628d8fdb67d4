/**
 * Makes stack traces read as on Node: V8's format in every browser, the reader's files by their paths, and none of the
 * engine's own frames.
 */
import type { LinkedModule } from '../wire/thread-messages.ts';
import { installErrorClasses } from './error-classes.ts';
import { isCommonjs, moduleAt } from './thread.ts';

const PLACE = /((?:blob|data|file):[^\s)]+?|\/[^\s)]+?):(\d+):(\d+)/g;

interface CallSite {
  getScriptNameOrSourceURL?(): string | null;
  getFileName(): string | null;
  toString(): string;
}

interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Must run before reader's code is loaded. */
export function installStackTraces(): void {
  if ('captureStackTrace' in Error && 'stackTraceLimit' in Error && isV8()) {
    Object.defineProperty(Error, 'prepareStackTrace', {
      value: prepareV8,
      writable: true,
      configurable: true,
      enumerable: false,
    });
    return;
  }
  replaceCapture();
  const { get, set } = Object.getOwnPropertyDescriptor(Error.prototype, 'stack') ?? {};
  if (!get) {
    installErrorClasses(settleStack);
    return;
  }
  Object.defineProperty(Error.prototype, 'stack', {
    configurable: true,
    enumerable: false,
    get(this: Error) {
      const stack: unknown = get.call(this);
      return typeof stack === 'string' ? asV8(this, stack) : stack;
    },
    set(this: Error, value: unknown) {
      set?.call(this, value);
    },
  });
}

function replaceCapture(): void {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = function captureStackTrace(holder, above) {
    capture(holder, above ?? captureStackTrace);
    settleStack(holder, Error.stackTraceLimit);
  };
}

/** Gives an object that has just got a stack that stack in Node's form, with no more frames than the program asks for. */
function settleStack(holder: object, limit?: number): void {
  const raw: unknown = Object.getOwnPropertyDescriptor(holder, 'stack')?.value;
  const frames = typeof raw === 'string' ? framesOf(raw).slice(0, limit) : [];
  const value = headOf(holder) + frames.join('');
  Object.defineProperty(holder, 'stack', { value, writable: true, configurable: true });
  settled.set(holder, value);
  dropPlace(holder);
}
/** Stacks that were written before the error got its own name; on Node that is done when they are first asked for. */
const settled = new WeakMap<object, string>();

/** What WebKit notes on an error besides its stack. */
function dropPlace(error: object): void {
  if (!Object.hasOwn(error, 'sourceURL')) return;
  for (const name of ['line', 'column', 'sourceURL']) Reflect.deleteProperty(error, name);
}

/** An error's stack in Node's form, also where the browser lets us change it only afterwards. */
export function stackOf(error: Error): string {
  const stack = error.stack;
  if (typeof stack !== 'string') return headOf(error);
  return isNodeForm(error, stack) ? stack : asV8(error, stack);
}

/** Its stack under the name that it has got since it was made. */
export function renamedStack(error: Error): string {
  const stack = stackOf(error);
  const frames = stack.indexOf('\n    at ', stack.indexOf(error.message) + error.message.length);
  return headOf(error) + (frames < 0 ? '' : stack.slice(frames));
}

/** Rewrites the stack of an error that is about to be shown, where the browser keeps it on the error itself. */
export function tidyStack(error: Error): void {
  dropPlace(error);
  if (settled.has(error) && settled.get(error) === error.stack) {
    Object.defineProperty(error, 'stack', { value: renamedStack(error) });
    settled.delete(error);
  }
  const own = Object.getOwnPropertyDescriptor(error, 'stack');
  if (!own?.writable || typeof own.value !== 'string' || isNodeForm(error, own.value)) return;
  Object.defineProperty(error, 'stack', { ...own, value: asV8(error, own.value) });
  if (error.cause instanceof Error) tidyStack(error.cause);
}

/** The topmost place of a stack that is in one of the reader's files. */
export function topPlace(stack: string): Place | undefined {
  const found = /(?:file:\/\/|(?<=[\s(]))(\/\S+?):(\d+):(\d+)/.exec(stack);
  if (!found) return undefined;
  return { path: found[1] ?? '', line: Number(found[2]), column: Number(found[3]) };
}

function isV8(): boolean {
  return /^Error\n? {4}at |^Error: x\n {4}at /.test(new Error('x').stack ?? '');
}

function prepareV8(error: unknown, sites: readonly CallSite[]): string {
  const frames = sites.flatMap((site) => {
    const url = site.getScriptNameOrSourceURL?.() ?? site.getFileName() ?? '';
    if (!isReaders(url)) return [];
    // Node's `process` is of a class of that name, which would hide the global here.
    const text = withoutCircle(site.toString()).replace(/^Process\./, 'process.');
    return [`\n    at ${withPaths(text)}`];
  });
  return headOf(error) + frames.join('');
}

/** The file itself is a function there, and what it imports seems to be called on an object. */
function withoutCircle(frame: string): string {
  return frame
    .replace(/^(async )?(?:Object\.)?module\$ \((.*)\)$/, (_, before = '', place) => before + place)
    .replace(/^(async )?Imports\$\./, '$1');
}

function headOf(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function isReaders(url: string): boolean {
  const module = moduleAt(url);
  return module !== undefined && isReadersText(module, url);
}

/** Of a module in a circle the text is a script; what has its URL is ours. */
function isReadersText({ source, circularId, url }: LinkedModule, of: string): boolean {
  return source !== '' && (circularId === undefined || of !== url);
}

function isNodeForm(error: Error, stack: string): boolean {
  const { name } = error;
  const named = stack === name || stack.startsWith(`${name}:`) || stack.startsWith(`${name}\n`);
  return named || stack.startsWith(headOf(error)) || / {4}at /.test(stack);
}

function asV8(error: Error, stack: string): string {
  if (isNodeForm(error, stack) && stack !== '') return stack;
  return headOf(error) + framesOf(stack).join('');
}

/**
 * The reader's frames out of `name@url:line:column`, as Firefox and WebKit write them. In WebKit a data: URL may be as long
 * as the whole engine, so it is cut out where it has to end, and not searched for.
 */
function framesOf(stack: string): string[] {
  return stack.split('\n').flatMap((line) => {
    const column = line.lastIndexOf(':');
    const row = line.lastIndexOf(':', column - 1);
    const at = line.search(/(?:^|@)(?:blob:|data:|file:|\/)/);
    if (at < 0 || !/^:\d+:\d+$/.test(line.slice(row))) return [];
    const url = line.slice(line[at] === '@' ? at + 1 : at, row);
    const module = moduleAt(url);
    if (!module || !isReadersText(module, url)) return [];
    const rawName = line.slice(0, at);
    const isAsync = rawName.includes('async*');
    const name = rawName.replace(/^.*[*/]/, '').replace(/[</]+$/, '');
    const isTop = /^(module code|global code|module\$|)$/.test(name);
    const place = placeIn(module, line.slice(row + 1, column), line.slice(column + 1));
    return [`\n    at ${isAsync ? 'async ' : ''}${isTop ? place : `${name} (${place})`}`];
  });
}

/** Places by the file's own path and columns: as a URL for an ES module, as a path for CommonJS. */
function withPaths(text: string): string {
  return text.replace(PLACE, (place, url: string, row: string, column: string) => {
    const module = moduleAt(url);
    return module ? placeIn(module, row, column) : place;
  });
}

function placeIn(module: LinkedModule, row: string, column: string): string {
  const own = row === '1' ? Number(column) - (module.head ?? 0) : column;
  return `${shownPath(module)}:${row}:${own}`;
}

/** As Node writes the place of a module. */
export function shownPath(module: LinkedModule): string {
  const { path } = module;
  return path.startsWith('/') && !isCommonjs(module) ? `file://${path}` : path;
}
