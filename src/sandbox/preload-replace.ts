/** Ways to stand between a program and what it calls, without being seen. */

/** Puts a wrapper in a method's place, as hidden as the method was. */
export function replace<Key extends PropertyKey>(
  object: Record<Key, unknown>,
  key: Key,
  wrapper: (typeof object)[Key],
): void {
  Object.defineProperty(object, key, {
    value: wrapper,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** The same class, with a word to say about what is made of it. `made` gets the object and what it was made with. */
export function watchMade<Made extends object>(
  original: new (...args: never[]) => Made,
  made: (object: Made, args: readonly unknown[]) => void,
  change: (args: unknown[]) => unknown[] = (args) => args,
): typeof original {
  return new Proxy(original, {
    construct(target, args, newTarget) {
      const changed = change(args);
      const object: Made = Reflect.construct(target, changed, newTarget);
      made(object, changed);
      return object;
    },
  });
}

/** Lets modules that are linked from now on, or were before, see what has been replaced in one of Node's. */
export function syncExports(): void {
  process.getBuiltinModule('node:module')?.syncBuiltinESMExports?.();
}
