import { types } from 'node:util';

class Fake {
  get [Symbol.toStringTag]() {
    return 'Map';
  }
}
const values: Record<string, unknown> = {
  map: new Map(),
  fake: new Fake(),
  set: new Set(),
  weakMap: new WeakMap(),
  date: new Date(0),
  regexp: /x/,
  error: new TypeError('x'),
  promise: Promise.resolve(),
  thenable: { then() {} },
  buffer: new ArrayBuffer(1),
  shared: new SharedArrayBuffer(1),
  bytes: new Uint8Array(1),
  floats: new Float64Array(1),
  view: new DataView(new ArrayBuffer(1)),
  number: new Number(1),
  string: new String('x'),
  symbol: Object(Symbol('s')),
  async: async () => {},
  generator: function* () {},
  running: (function* () {})(),
  iterator: new Map().keys(),
  arguments: (function (..._: unknown[]) { return arguments; })(1),
  plain: {},
  text: 'text',
  nothing: null,
};
const tests = Object.entries(types).filter(([name]) => !/External|KeyObject|Proxy|Module/.test(name));
for (const [name, value] of Object.entries(values)) {
  const found = tests.filter(([, test]) => (test as (value: unknown) => boolean)(value));
  console.log(name.padEnd(10), found.map(([test]) => test).sort().join(' ') || '-');
}
