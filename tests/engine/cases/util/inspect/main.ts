import { inspect } from 'node:util';

class Point {
  x = 1;
  #hidden = 2;
  get sum() { return this.x + this.#hidden; }
  static origin = 0;
}
class Empty {}
class Derived extends Point { name = 'derived'; }
const circle: Record<string, unknown> = { name: 'circle' };
circle['self'] = circle;
circle['inner'] = { circle };
const values: unknown[] = [
  new Map<unknown, unknown>([[{ a: 1 }, 'x'], ['k', new Map([[1, 2]])]]),
  new Set([1, 'a', { b: [2] }]),
  new Point(), Point, Derived, new Derived(), new Empty(), circle,
  Array.from({ length: 120 }, (_, index) => index),
  // biome-ignore lint/suspicious/noSparseArray: how it is shown is what this is about
  [1, , 3, , ,],
  { a: { b: { c: { d: 1 } } } }, [[[[1]]]],
  new Uint8Array([1, 2, 3]), new Float64Array(2), new ArrayBuffer(4), new DataView(new ArrayBuffer(2)),
  new Date(0), new Date(Number.NaN), /x/gi, Symbol('s'), 10n, -0, "it's", 'say "it\'s"', 'two\nlines',
  Object.assign(Object.create(null), { a: 1 }), { [Symbol('key')]: 1, 'a-b': 2, 3: 4 },
  { get a() { return 1; }, set a(_) {}, get b() { return 1; }, set c(_: number) {} },
  [function () {}, function named() {}, () => 1, async () => {}, function* g() {}, class A {}, class B extends A2() {}],
  Object.assign(function withProps() {}, { a: 1 }),
  new Promise(() => {}), new Proxy({ a: 1 }, {}), new WeakMap(), new WeakSet(),
  [new Number(1), new String('abc'), new Boolean(false), Object(1n)],
  (function (..._: number[]) { return arguments; })(1, 2), [1].values(), (function* () {})(),
  ['apple', 'banana', 'cherry', 'dragonfruit', 'elderberry', 'fig', 'grape', 'honeydew'],
  Array.from({ length: 30 }, (_, index) => `item number ${index}`),
  { long: 'a'.repeat(60), other: 'b'.repeat(30) }, { text: 'x\ny', list: ['p\nq'] },
  new URL('https://a.example/b?c=d#e'), new URLSearchParams('a=1&b=2'),
  new (class Stack extends Array {})(1, 2), new (class Index extends Map {})([[1, 2]]),
  { toJSON() { return 1; } }, { [inspect.custom]: (depth: number) => `<custom ${depth}>` }, Math, JSON, Reflect, globalThis === undefined,
];
function A2() { return Empty; }
for (const value of values) console.log(value);
const sample = { b: [1, [2, [3, [4]]]], a: new Map([['k', { v: 'text that is long' }]]) };
for (const options of [{ depth: 0 }, { depth: null }, { compact: false }, { breakLength: 20 }, { sorted: true }, { maxArrayLength: 1 }, { maxStringLength: 4 }, { colors: true }, { showHidden: true }, { numericSeparator: true }])
  console.log(JSON.stringify(options), inspect(sample, options));
console.log(inspect({ get a() { return { b: 1 }; } }, { getters: true }), inspect(1234567.891, { numericSeparator: true }));
