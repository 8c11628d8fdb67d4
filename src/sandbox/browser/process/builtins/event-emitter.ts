/** The emitter of node:events. */

import { checkFunction, checkNumber } from '../argument-checks.ts';
import { inspect } from '../inspection.ts';
import { addTick } from '../loop.ts';
import { nodeError } from '../node-error.ts';

// biome-ignore lint/suspicious/noExplicitAny: a listener takes whatever its event carries, as in Node's own types.
export type Listener = (this: any, ...args: any[]) => unknown;
export type EventName = string | symbol;
interface OnceWrapper extends Listener {
  listener?: Listener;
}

export const errorMonitor: unique symbol = Symbol('events.errorMonitor');
export const captureRejectionSymbol = Symbol.for('nodejs.rejection');
let defaultMaxListeners = 10;

/** Not a private member: old code makes emitters without this constructor. */
const capturing = new WeakSet<object>();

/** What a listener's promise rejects with goes to the emitter's own method for it, or becomes an `error` event. */
function captureFrom(
  emitter: EventEmitter,
  promise: Promise<unknown>,
  name: EventName,
  args: readonly unknown[],
): void {
  promise.catch((error: unknown) =>
    addTick(() => {
      const own: unknown = Reflect.get(emitter, captureRejectionSymbol);
      if (typeof own === 'function') Reflect.apply(own, emitter, [error, name, ...args]);
      else emitter.emit('error', error);
    }),
  );
}

export class EventEmitter {
  _events: Record<EventName, Listener[]> = Object.create(null);
  _eventsCount = 0;
  _maxListeners: number | undefined = undefined;

  static readonly errorMonitor = errorMonitor;
  static readonly captureRejectionSymbol = captureRejectionSymbol;
  static captureRejections = false;
  static get defaultMaxListeners(): number {
    return defaultMaxListeners;
  }
  static set defaultMaxListeners(count: number) {
    defaultMaxListeners = count;
  }

  constructor({ captureRejections = EventEmitter.captureRejections } = {}) {
    if (captureRejections) capturing.add(this);
  }

  on(name: EventName, listener: Listener): this {
    return add(this, name, listener, listener, false);
  }
  addListener(name: EventName, listener: Listener): this {
    return this.on(name, listener);
  }
  prependListener(name: EventName, listener: Listener): this {
    return add(this, name, listener, listener, true);
  }
  once(name: EventName, listener: Listener): this {
    return add(this, name, listener, onceWrapper(this, name, listener), false);
  }
  prependOnceListener(name: EventName, listener: Listener): this {
    return add(this, name, listener, onceWrapper(this, name, listener), true);
  }

  removeListener(name: EventName, listener: Listener): this {
    const listeners = this._events[name];
    if (!listeners) return this;
    const index = listeners.findLastIndex((own) => own === listener || wrapped(own) === listener);
    if (index < 0) return this;
    setListeners(this, name, listeners.toSpliced(index, 1));
    if (this._events['removeListener']) this.emit('removeListener', name, listener);
    return this;
  }
  off(name: EventName, listener: Listener): this {
    return this.removeListener(name, listener);
  }
  removeAllListeners(name?: EventName): this {
    const isWatched = this._events['removeListener'] !== undefined;
    if (name === undefined) {
      const others = this.eventNames().filter((key) => key !== 'removeListener');
      for (const key of others) this.removeAllListeners(key);
      setListeners(this, 'removeListener', []);
    } else if (!isWatched) setListeners(this, name, []);
    else for (const listener of this.listeners(name).reverse()) this.off(name, listener);
    return this;
  }

  emit(name: EventName, ...args: unknown[]): boolean {
    if (name === 'error' && this._events[errorMonitor]) this.emit(errorMonitor, ...args);
    const listeners = this._events[name];
    if (!listeners) {
      if (name === 'error') throw unhandledError(args[0]);
      return false;
    }
    // A listener that is added or removed meanwhile makes a new list; this one stays as it is.
    for (const listener of listeners) {
      const result: unknown = listener.apply(this, args);
      if (result instanceof Promise && capturing.has(this)) captureFrom(this, result, name, args);
    }
    return true;
  }

  eventNames(): EventName[] {
    return Reflect.ownKeys(this._events);
  }
  listeners(name: EventName): Listener[] {
    return (this._events[name] ?? []).map(wrapped);
  }
  rawListeners(name: EventName): Listener[] {
    return [...(this._events[name] ?? [])];
  }
  listenerCount(name: EventName, listener?: Listener): number {
    const all = this.listeners(name);
    return listener ? all.filter((own) => own === listener).length : all.length;
  }
  setMaxListeners(count: number): this {
    checkNumber(count, 'setMaxListeners', 0);
    this._maxListeners = count;
    return this;
  }
  getMaxListeners(): number {
    return this._maxListeners ?? defaultMaxListeners;
  }
}

const warned = new WeakMap<EventEmitter, Set<EventName>>();

function add(
  emitter: EventEmitter,
  name: EventName,
  listener: Listener,
  stored: Listener,
  first: boolean,
): EventEmitter & never {
  checkListener(listener);
  if (emitter._events['newListener']) emitter.emit('newListener', name, listener);
  const before = emitter._events[name] ?? [];
  const listeners = first ? [stored, ...before] : [...before, stored];
  setListeners(emitter, name, listeners);
  const max = emitter.getMaxListeners();
  const known = warned.get(emitter);
  if (max > 0 && listeners.length > max && !known?.has(name)) {
    warned.set(emitter, new Set([...(known ?? []), name]));
    const warning = new Error(
      `Possible EventEmitter memory leak detected. ${listeners.length} ${String(name)} listeners added to ` +
        `${inspect(emitter, { depth: -1 })}. MaxListeners is ${max}. Use emitter.setMaxListeners() to increase limit`,
    );
    Object.assign(warning, { emitter, type: name, count: listeners.length });
    Object.defineProperty(warning, 'name', {
      value: 'MaxListenersExceededWarning',
      writable: true,
      configurable: true,
    });
    (globalThis as { process?: { emitWarning?(warning: Error): void } }).process?.emitWarning?.(
      warning,
    );
  }
  return emitter as EventEmitter & never;
}

function setListeners(emitter: EventEmitter, name: EventName, listeners: Listener[]): void {
  if (listeners.length > 0) emitter._events[name] = listeners;
  else delete emitter._events[name];
  emitter._eventsCount = Reflect.ownKeys(emitter._events).length;
}

function onceWrapper(emitter: EventEmitter, name: EventName, listener: Listener): Listener {
  checkListener(listener);
  const wrapper: OnceWrapper = function (this: unknown, ...args) {
    emitter.off(name, wrapper);
    return listener.apply(this, args);
  };
  wrapper.listener = listener;
  return wrapper;
}

const wrapped = (listener: OnceWrapper): Listener => listener.listener ?? listener;

function checkListener(listener: unknown): void {
  checkFunction(listener, 'listener');
}

function unhandledError(error: unknown): unknown {
  if (error instanceof Error) return error;
  const words = `Unhandled error. (${typeof error === 'string' ? `'${error}'` : inspect(error)})`;
  return Object.assign(nodeError(Error, 'ERR_UNHANDLED_ERROR', words), { context: error });
}
