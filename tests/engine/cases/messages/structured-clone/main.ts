const when = new Date(Date.UTC(2026, 10, 22));
const self: Record<string, unknown> = { list: [1, , 3], when };
self['self'] = self;
class Point {
  x = 1;
  get y() {
    return 2;
  }
}
const value = {
  self,
  map: new Map<unknown, unknown>([[{ key: 1 }, new Set([1n, NaN, -0, undefined])]]),
  text: new String('boxed'),
  flag: Object(false),
  pattern: /a(b)/giu,
  bytes: new Uint8ClampedArray([1, 300]),
  view: new DataView(new ArrayBuffer(2)),
  point: new Point(),
  nothing: null,
  infinite: Infinity,
};
const clone = structuredClone(value);
console.log(clone);
const own = clone.self as typeof self;
console.log(own['self'] === own, own !== self, own['when'] instanceof Date, 1 in (own['list'] as unknown[]), clone.pattern.lastIndex);
const shared = { a: value.bytes, b: value.bytes };
const { a, b } = structuredClone(shared);
console.log(a === b, a !== value.bytes, clone.point instanceof Point);
const error = structuredClone(new TypeError('what', { cause: { code: 1 } }));
console.log(error.name, error.message, error.cause, error instanceof TypeError);
console.log(structuredClone(Object.assign(new Error('x'), { name: 'RangeError' })) instanceof RangeError);
