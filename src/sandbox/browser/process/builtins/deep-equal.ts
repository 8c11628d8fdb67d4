/** Deep equality by the rules of node:assert and `util.isDeepStrictEqual`. */

/** `partial`: strict, but the first value may have more than the second. */
export type DeepMode = 'loose' | 'strict' | 'partial';

interface Walk {
  readonly mode: DeepMode;
  readonly skipPrototype: boolean;
  /** Pairs that are being compared: in a circle they count as equal. */
  readonly open: Map<object, object>;
}

export function isDeepEqual(
  a: unknown,
  b: unknown,
  mode: DeepMode = 'strict',
  skipPrototype = false,
): boolean {
  return areEqual(a, b, { mode, skipPrototype, open: new Map() });
}

function areEqual(a: unknown, b: unknown, walk: Walk): boolean {
  const isLoose = walk.mode === 'loose';
  if (isLoose ? a === b : Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) {
    if (!isLoose || isObject(a) || isObject(b)) return false;
    // biome-ignore lint/suspicious/noDoubleEquals: the loose form of the assertion compares like this
    return a == b || (Number.isNaN(a) && Number.isNaN(b));
  }
  if (!isLoose && !walk.skipPrototype && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b))
    return false;
  if (tagOf(a) !== tagOf(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (walk.open.get(a) === b) return true;
  const before = walk.open.get(a);
  walk.open.set(a, b);
  const equal = haveSameContents(a, b, walk) && haveSameProperties(a, b, walk);
  if (before) walk.open.set(a, before);
  else walk.open.delete(a);
  return equal;
}

function haveSameContents(a: object, b: object, walk: Walk): boolean {
  const isPartial = walk.mode === 'partial';
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (a instanceof RegExp && b instanceof RegExp)
    return String(a) === String(b) && a.lastIndex === b.lastIndex;
  if (a instanceof Error && b instanceof Error) {
    if (a.name !== b.name || a.message !== b.message) return false;
    return ['cause', 'errors'].every(
      (key) =>
        Object.hasOwn(a, key) === Object.hasOwn(b, key) &&
        areEqual(Reflect.get(a, key), Reflect.get(b, key), walk),
    );
  }
  if (a instanceof Map && b instanceof Map) {
    if (isPartial ? a.size < b.size : a.size !== b.size) return false;
    return hasEntries(a, b, walk);
  }
  if (a instanceof Set && b instanceof Set) {
    if (isPartial ? a.size < b.size : a.size !== b.size) return false;
    return hasMembers([...a], [...b], walk);
  }
  if (isBytes(a) && isBytes(b)) return haveSameBytes(a, b, walk);
  if (isBuffer(a) && isBuffer(b)) return haveSameBytes(new Uint8Array(a), new Uint8Array(b), walk);
  if (isBoxed(a)) return Object.is(a.valueOf(), b.valueOf());
  if (a instanceof URL && b instanceof URL) return a.href === b.href;
  // Two of them are never alike: what they hold cannot be seen.
  return !(a instanceof Promise || a instanceof WeakMap || a instanceof WeakSet);
}

/** Every entry of `b` has one in `a`; keys that are objects are found by what they hold. */
function hasEntries(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  walk: Walk,
): boolean {
  const left = new Map(a);
  return [...b].every(([key, value]) => {
    if (left.has(key) && areEqual(left.get(key), value, walk)) return left.delete(key);
    for (const [other, held] of left) {
      if (!isObject(key) && walk.mode !== 'loose') continue;
      if (areEqual(other, key, walk) && areEqual(held, value, walk)) return left.delete(other);
    }
    return false;
  });
}

function hasMembers(a: readonly unknown[], b: readonly unknown[], walk: Walk): boolean {
  const left = new Set(a);
  return b.every((value) => {
    if (left.delete(value)) return true;
    if (!isObject(value) && walk.mode !== 'loose') return false;
    for (const other of left) if (areEqual(other, value, walk)) return left.delete(other);
    return false;
  });
}

function haveSameBytes(a: Bytes, b: Bytes, { mode }: Walk): boolean {
  if (mode === 'partial' ? a.length < b.length : a.length !== b.length) return false;
  for (let index = 0; index < b.length; index++) {
    const same = mode === 'loose' ? a[index] === b[index] : Object.is(a[index], b[index]);
    if (!same && !(Number.isNaN(a[index]) && Number.isNaN(b[index]))) return false;
  }
  return true;
}

function haveSameProperties(a: object, b: object, walk: Walk): boolean {
  if (walk.mode === 'partial' && Array.isArray(a) && Array.isArray(b))
    return hasInOrder(a, b, walk);
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  const keysOfA = keysOf(a, walk.mode);
  const keysOfB = keysOf(b, walk.mode);
  if (walk.mode !== 'partial' && keysOfA.length !== keysOfB.length) return false;
  return keysOfB.every(
    (key) =>
      Object.prototype.propertyIsEnumerable.call(a, key) &&
      areEqual(Reflect.get(a, key), Reflect.get(b, key), walk),
  );
}

/** Whether the members of `b` are in `a` in their order, with others between them. */
function hasInOrder(a: readonly unknown[], b: readonly unknown[], walk: Walk): boolean {
  let at = 0;
  return b.every((value) => {
    while (at < a.length && !areEqual(a[at], value, walk)) at++;
    return at++ < a.length;
  });
}

function keysOf(value: object, mode: DeepMode): PropertyKey[] {
  const names: PropertyKey[] = isBytes(value)
    ? Object.keys(value).filter((key) => !/^\d+$/.test(key))
    : Object.keys(value);
  if (mode === 'loose') return names;
  const symbols = Object.getOwnPropertySymbols(value);
  return [
    ...names,
    ...symbols.filter((symbol) => Object.prototype.propertyIsEnumerable.call(value, symbol)),
  ];
}

type Bytes = ArrayLike<number | bigint>;

function isBytes(value: object): value is Bytes & object {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
function isBuffer(value: object): value is ArrayBuffer {
  return /^\[object (Shared)?ArrayBuffer\]$/.test(tagOf(value));
}
function isBoxed(value: object): boolean {
  return /^\[object (Number|String|Boolean|BigInt|Symbol)\]$/.test(tagOf(value));
}
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
function tagOf(value: object): string {
  return Object.prototype.toString.call(value);
}
