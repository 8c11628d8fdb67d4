/** Makes mocks, and takes them back together: `t.mock` at the end of its test, `mock` when it is asked to. */
import {
  checkBoolean,
  checkFunction,
  checkInteger,
  checkObject,
  invalidType,
  invalidValue,
} from '../../argument-checks.ts';
import { absent } from '../../node-error.ts';
import { type AnyFunction, MockFunctionContext, mockOf } from './mock-function.ts';
import { MockPropertyContext } from './mock-property.ts';
import { MockTimers } from './mock-timers.ts';

interface MockOptions {
  times?: number;
  getter?: boolean;
  setter?: boolean;
}

export class MockTracker {
  readonly #mocks: (MockFunctionContext | MockPropertyContext)[] = [];
  #timers: MockTimers | undefined;

  get timers(): MockTimers {
    this.#timers ??= new MockTimers();
    return this.#timers;
  }

  /** `(original, implementation, options)`, of which the first two may be left out. */
  fn(...args: unknown[]): AnyFunction {
    const { functions, options } = sorted(args);
    const [original = () => undefined, implementation = original] = functions;
    checkFunction(original, 'original');
    checkFunction(implementation, 'implementation');
    const restore = (context: MockFunctionContext) => context.mockImplementation(original);
    return this.#mock(original, { implementation, times: timesIn(options), restore });
  }

  method(object: object, name: PropertyKey, ...args: unknown[]): AnyFunction {
    if (typeof name !== 'string' && typeof name !== 'symbol')
      throw invalidType('methodName', 'one of type string or symbol', name);
    if (typeof object !== 'function') checkObject(object, 'object');
    const { functions, options } = sorted(args);
    const { getter = false, setter = false } = options;
    checkBoolean(getter, 'options.getter');
    checkBoolean(setter, 'options.setter');
    if (getter && setter)
      throw invalidValue('options.setter', setter, "cannot be used with 'options.getter'");
    const before = findProperty(object, name);
    const role = getter ? 'get' : setter ? 'set' : 'value';
    const original: unknown = before?.[role];
    if (!before || typeof original !== 'function')
      throw invalidValue('methodName', original, 'must be a method');
    const [implementation = original] = functions;
    checkFunction(implementation, 'implementation');
    const restore = () => Object.defineProperty(object, name, before);
    const mock = this.#mock(original as AnyFunction, {
      implementation,
      times: timesIn(options),
      restore,
    });
    Object.defineProperty(object, name, { ...before, [role]: mock });
    return mock;
  }

  getter(object: object, name: PropertyKey, ...args: unknown[]): AnyFunction {
    const { functions, options } = sorted(args);
    if (options.getter === false) throw invalidValue('options.getter', false, 'cannot be false');
    return this.method(object, name, ...functions, { ...options, getter: true });
  }
  setter(object: object, name: PropertyKey, ...args: unknown[]): AnyFunction {
    const { functions, options } = sorted(args);
    if (options.setter === false) throw invalidValue('options.setter', false, 'cannot be false');
    return this.method(object, name, ...functions, { ...options, setter: true });
  }
  property(object: object, name: PropertyKey, ...value: [] | [unknown]): unknown {
    const context = new MockPropertyContext(
      object,
      name,
      value.length > 0 ? { value: value[0] } : undefined,
    );
    this.#mocks.push(context);
    return new Proxy(object, {
      get: (target, key, receiver) =>
        key === 'mock' ? context : Reflect.get(target, key, receiver),
    });
  }
  module(): never {
    throw absent('mock.module()', 'Node.js itself has it only behind a flag');
  }

  /** Takes back all mocks, and forgets them. */
  reset(): void {
    this.restoreAll();
    this.#timers?.reset();
    this.#mocks.length = 0;
  }
  restoreAll(): void {
    for (const context of this.#mocks) context.restore();
  }

  #mock(original: AnyFunction, parts: ConstructorParameters<typeof MockFunctionContext>[0]) {
    const context = new MockFunctionContext(parts);
    this.#mocks.push(context);
    return mockOf(original, context);
  }
}

/** Functions first, then options; each may be left out. */
function sorted(args: readonly unknown[]): { functions: unknown[]; options: MockOptions } {
  const at = args.findIndex((arg) => typeof arg === 'object' && arg !== null);
  if (at < 0) return { functions: args.filter((arg) => arg !== undefined), options: {} };
  return {
    functions: args.slice(0, at).filter((arg) => arg !== undefined),
    options: args[at] as MockOptions,
  };
}

function timesIn({ times = Number.POSITIVE_INFINITY }: MockOptions): number {
  if (times !== Number.POSITIVE_INFINITY) checkInteger(times, 'options.times', 1);
  return times;
}

function findProperty(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let level: object | null = object; level; level = Object.getPrototypeOf(level)) {
    const found = Object.getOwnPropertyDescriptor(level, name);
    if (found) return found;
  }
  return undefined;
}
