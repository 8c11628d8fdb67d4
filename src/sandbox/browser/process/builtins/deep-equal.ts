/** Deep equality by the rules of node:assert. */

type Pairs = Map<object, object>;

export function isDeepEqual(
  a: unknown,
  b: unknown,
  strict: boolean,
  seen: Pairs = new Map(),
): boolean {
  if (Object.is(a, b)) return true;
  // biome-ignore lint/suspicious/noDoubleEquals: the loose form of the assertion compares like this
  if (!isObject(a) || !isObject(b)) return !strict && a == b;
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return false;
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  const same = (x: unknown, y: unknown) => isDeepEqual(x, y, strict, seen);
  return haveSameContents(a, b, same) && haveSameProperties(a, b, same);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

type Same = (x: unknown, y: unknown) => boolean;

function haveSameContents(a: object, b: object, same: Same): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b);
  if (a instanceof Error && b instanceof Error) {
    return a.name === b.name && a.message === b.message && same(a.cause, b.cause);
  }
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every((entry) => takesPart(entry, [...b], same));
  }
  if (a instanceof Set && b instanceof Set) {
    return (
      a.size === b.size && [...a].every((value) => b.has(value) || takesPart(value, [...b], same))
    );
  }
  if (a instanceof ArrayBuffer && b instanceof ArrayBuffer) {
    return same([...new Uint8Array(a)], [...new Uint8Array(b)]);
  }
  if (a instanceof Number || a instanceof String || a instanceof Boolean) {
    return Object.is(a.valueOf(), b.valueOf());
  }
  return true;
}

function takesPart(value: unknown, all: readonly unknown[], same: Same): boolean {
  return all.some((other) => same(value, other));
}

function haveSameProperties(a: object, b: object, same: Same): boolean {
  const keys = ownKeys(a);
  if (keys.length !== ownKeys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)),
  );
}

function ownKeys(value: object): (string | symbol)[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key),
  );
  return [...Object.keys(value), ...symbols];
}
