/** What a program does not want handed over or copied, and what holds it to that. */

import { mailboxes, transferListOf } from './mailbox-door.ts';
import { nativePost } from './native.ts';

const untransferable = new WeakSet<object>();
const uncloneable = new WeakSet<object>();

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

export function markAsUntransferable(value: unknown): void {
  if (isObject(value)) untransferable.add(value);
}
export function isMarkedAsUntransferable(value: unknown): boolean {
  return isObject(value) && untransferable.has(value);
}
export function markAsUncloneable(value: unknown): void {
  if (isObject(value)) uncloneable.add(value);
}

/** Throws for a message that a program has marked. `options` are those of `postMessage` and `structuredClone`. */
export function checkMarks(value: unknown, options?: unknown): void {
  if (isObject(value) && uncloneable.has(value)) throw unsupported('clone');
  const listed: unknown = isObject(options) && 'transfer' in options ? options.transfer : options;
  if (Array.isArray(listed) && listed.some(isMarkedAsUntransferable)) throw unsupported('transfer');
}

function unsupported(what: 'clone' | 'transfer'): DOMException {
  return new DOMException(`Cannot ${what} object of unsupported type.`, 'DataCloneError');
}

/** To be called once, when ports and `structuredClone` are what the program will find. */
export function installMarks(): void {
  const { structuredClone } = globalThis;
  const ours = {
    /** Gives true, as Node's does. */
    postMessage(this: MessagePort, value: unknown, options?: StructuredSerializeOptions): boolean {
      checkMarks(value, options);
      if (mailboxes()?.post(this, value, transferListOf(options))) return true;
      Reflect.apply(nativePost, this, options === undefined ? [value] : [value, options]);
      return true;
    },
    structuredClone(value: unknown, options?: StructuredSerializeOptions): unknown {
      checkMarks(value, options);
      return structuredClone(value, options);
    },
  };
  const place = (target: object, name: keyof typeof ours) =>
    Object.defineProperty(target, name, {
      value: ours[name],
      writable: true,
      configurable: true,
      enumerable: true,
    });
  place(MessagePort.prototype, 'postMessage');
  place(globalThis, 'structuredClone');
}
