/**
 * The classes of errors in WebKit, which writes a stack on each error as its own property and lets nobody change how. So
 * errors that the program makes get theirs in Node's form as they are made; those that WebKit throws itself, when they
 * are shown.
 */

const names = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
] as const;

/** As many frames as on Node, where a program asks for no others. */
const USUAL_LIMIT = 10;

/** `settle` is handed each new error and how many frames it may have. */
export function installErrorClasses(settle: (error: object, limit: number) => void): void {
  let limit: unknown = USUAL_LIMIT;
  const settled = <Made extends object>(error: Made): Made => {
    settle(error, typeof limit === 'number' ? limit : 0);
    return error;
  };
  const traps: ProxyHandler<ErrorConstructor> = {
    construct: (target, args, newTarget) => settled(Reflect.construct(target, args, newTarget)),
    apply: (target, self, args) => settled(Reflect.apply(target, self, args)),
  };
  const limited: ProxyHandler<ErrorConstructor> = {
    ...traps,
    get: (target, key) => (key === 'stackTraceLimit' ? limit : Reflect.get(target, key)),
    set(target, key, value) {
      if (key !== 'stackTraceLimit') return Reflect.set(target, key, value);
      limit = value;
      return true;
    },
  };
  for (const name of names) {
    const known = globalThis[name] as ErrorConstructor;
    const replaced = new Proxy(known, name === 'Error' ? limited : traps);
    if (name !== 'Error') Object.setPrototypeOf(known, globalThis.Error);
    const hidden = { writable: true, configurable: true, enumerable: false };
    Object.defineProperty(known.prototype, 'constructor', { ...hidden, value: replaced });
    Object.defineProperty(globalThis, name, { ...hidden, value: replaced });
  }
}
