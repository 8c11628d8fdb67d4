/**
 * Copies of values as text: what the structured clone algorithm copies, as far as it can be written down. A value is a
 * table of parts that refer to each other by number, so circles and things that are there twice stay what they are.
 */
type Part = string | number | boolean | null | readonly [kind: string, ...rest: unknown[]];
type Pair = readonly [key: string | number, part: number];

/** The text of a value; nothing where a part of it can only be handed over by the browser. */
export function textOfClone(value: unknown): string | undefined {
  const parts: Part[] = [];
  const known = new Map<unknown, number>();
  const add = (part: unknown): number => {
    const place = known.get(part);
    if (place !== undefined) return place;
    const index = parts.push(null) - 1;
    known.set(part, index);
    parts[index] = partOf(part, add);
    return index;
  };
  try {
    add(value);
  } catch (error) {
    if (error instanceof NotText) return undefined;
    throw error;
  }
  return JSON.stringify(parts);
}

class NotText extends Error {}

function partOf(value: unknown, add: (part: unknown) => number): Part {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return ['undefined'];
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)];
    case 'bigint':
      return ['bigint', String(value)];
    case 'object':
      return value === null ? null : partOfObject(value, add);
    default:
      throw new NotText();
  }
}

function partOfObject(value: object, add: (part: unknown) => number): Part {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset } = value;
    const length = value instanceof DataView ? value.byteLength : Reflect.get(value, 'length');
    return ['view', nameOfView(value), add(buffer), byteOffset, length];
  }
  switch (Object.prototype.toString.call(value)) {
    case '[object Date]':
      return ['date', (value as Date).getTime()];
    case '[object RegExp]':
      return ['regexp', (value as RegExp).source, (value as RegExp).flags];
    case '[object Map]':
      return ['map', [...(value as Map<unknown, unknown>)].map((pair) => pair.map(add))];
    case '[object Set]':
      return ['set', [...(value as Set<unknown>)].map(add)];
    case '[object ArrayBuffer]':
      return ['bytes', base64(new Uint8Array(value as ArrayBuffer))];
    case '[object Error]': {
      const { name, message, stack, cause } = value as Error;
      return ['error', name, message, stack, Object.hasOwn(value, 'cause') ? add(cause) : -1];
    }
    case '[object Array]':
      return ['array', (value as unknown[]).length, pairsOf(value, add)];
    case '[object Object]':
      return ['object', pairsOf(value, add)];
    default:
      throw new NotText();
  }
}

function pairsOf(value: object, add: (part: unknown) => number): Pair[] {
  return Object.entries(value).map(([key, part]) => [key, add(part)]);
}

function nameOfView(value: ArrayBufferView): string {
  // Also of a class of the program's own, such as our Buffer.
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  return typeof tag === 'string' ? tag : 'DataView';
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function cloneOfText(text: string): unknown {
  const parts = JSON.parse(text) as Part[];
  const made = new Map<number, unknown>();
  const get = (index: number): unknown => {
    if (made.has(index)) return made.get(index);
    const part = parts[index] ?? null;
    if (Array.isArray(part)) make(part, (value) => made.set(index, value), get);
    else made.set(index, part);
    return made.get(index);
  };
  return get(0);
}

/** Keeps a container before its parts are made: they may refer to it. */
function make(
  [kind, ...rest]: readonly unknown[],
  keep: (value: unknown) => unknown,
  get: (index: number) => unknown,
): unknown {
  const [first, second, third, fourth] = rest as [never, never, never, never];
  const fill = (target: object, pairs: readonly Pair[]) => {
    keep(target);
    for (const [key, part] of pairs) {
      const value = get(part);
      Object.defineProperty(target, key, {
        ...{ value, writable: true, enumerable: true, configurable: true },
      });
    }
  };
  switch (kind) {
    case 'undefined':
      return keep(undefined);
    case 'number':
      return keep(Number(first));
    case 'bigint':
      return keep(BigInt(first));
    case 'date':
      return keep(new Date(first ?? Number.NaN));
    case 'regexp':
      return keep(new RegExp(first, second));
    case 'bytes':
      return keep(Uint8Array.from(atob(first), (character) => character.charCodeAt(0)).buffer);
    case 'view': {
      const View = Reflect.get(globalThis, first) as typeof DataView;
      return keep(new View(get(second) as ArrayBuffer, third, fourth));
    }
    case 'map': {
      const map = new Map<unknown, unknown>();
      keep(map);
      for (const [key, value] of first as [number, number][]) map.set(get(key), get(value));
      return map;
    }
    case 'set': {
      const set = new Set<unknown>();
      keep(set);
      for (const part of first as number[]) set.add(get(part));
      return set;
    }
    case 'error':
      return keepError(rest as never, keep, get);
    case 'array':
      return fill(new Array<unknown>(first), second);
    default:
      return fill({}, first);
  }
}

const errors = [
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
];

function keepError(
  [name, message, stack, cause]: readonly [string, string, string | undefined, number],
  keep: (value: unknown) => unknown,
  get: (index: number) => unknown,
): void {
  const Class = (errors.includes(name) ? Reflect.get(globalThis, name) : Error) as ErrorConstructor;
  const error = new Class(message);
  keep(error);
  const hidden = { writable: true, configurable: true };
  Object.defineProperty(error, 'stack', { ...hidden, value: stack });
  if (cause >= 0) Object.defineProperty(error, 'cause', { ...hidden, value: get(cause) });
}
