/** A property that remembers how it was read and written. */
import { checkInteger, invalidValue } from '../../argument-checks.ts';

export interface PropertyAccess {
  readonly type: 'get' | 'set';
  readonly value: unknown;
  readonly stack: Error;
}

export class MockPropertyContext {
  readonly #object: object;
  readonly #key: PropertyKey;
  readonly #before: PropertyDescriptor;
  readonly #once = new Map<number, unknown>();
  #value: unknown;
  #accesses: PropertyAccess[] = [];

  constructor(object: object, key: PropertyKey, replacement?: { value: unknown }) {
    const before = Object.getOwnPropertyDescriptor(object, key);
    if (!before) throw invalidValue('propertyName', key, 'is not a property of the object');
    this.#object = object;
    this.#key = key;
    this.#before = before;
    this.#value = replacement ? replacement.value : Reflect.get(object, key);
    Object.defineProperty(object, key, {
      configurable: before.configurable === true,
      enumerable: before.enumerable === true,
      get: () => this.#access('get', this.#value),
      set: (value: unknown) => this.mockImplementation(value),
    });
  }

  get accesses(): PropertyAccess[] {
    return [...this.#accesses];
  }
  accessCount(): number {
    return this.#accesses.length;
  }
  mockImplementation(value: unknown): void {
    if (!this.#before.writable) throw invalidValue('propertyName', this.#key, 'cannot be set');
    this.#value = this.#access('set', value);
  }
  mockImplementationOnce(value: unknown, onAccess?: number): void {
    const access = onAccess ?? this.#accesses.length;
    checkInteger(access, 'onAccess', this.#accesses.length);
    this.#once.set(access, value);
  }
  resetAccesses(): void {
    this.#accesses = [];
  }
  restore(): void {
    Object.defineProperty(this.#object, this.#key, this.#before);
  }

  #access(type: 'get' | 'set', usual: unknown): unknown {
    const index = this.#accesses.length;
    const value = this.#once.has(index) ? this.#once.get(index) : usual;
    this.#once.delete(index);
    this.#accesses.push({ type, value, stack: new Error() });
    return value;
  }
}
