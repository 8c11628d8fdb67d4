import assert from 'node:assert';

const same = (test: (a: unknown, b: unknown) => void, a: unknown, b: unknown) => {
  try {
    test(a, b);
    return 'same';
  } catch {
    return 'other';
  }
};
class Box { constructor(readonly value: unknown) {} }
const circle = () => { const a: Record<string, unknown> = { n: 1 }; a['self'] = a; return a; };
const sparse = [1, 2]; delete sparse[0];
const pairs: [string, unknown, unknown][] = [
  ['numbers and texts', [1], ['1']], ['NaN', [Number.NaN], [Number.NaN]], ['zeros', [0], [-0]],
  ['null and undefined', [null], [undefined]], ['missing and undefined', {}, { a: undefined }],
  ['order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }], ['prototypes', { value: 1 }, new Box(1)], ['instances', new Box([1]), new Box([1])],
  ['maps', new Map([[{ a: 1 }, [1]]]), new Map([[{ a: 1 }, [1]]])], ['maps in other order', new Map([[1, 2], [3, 4]]), new Map([[3, 4], [1, 2]])],
  ['sets of objects', new Set([{ a: 1 }, [2]]), new Set([[2], { a: 1 }])], ['sets of texts', new Set(['1']), new Set([1])],
  ['dates', new Date(5), new Date(5)], ['patterns', /a/g, /a/i], ['errors', new Error('a'), new Error('a')], ['causes', new Error('a', { cause: 1 }), new Error('a', { cause: 2 })],
  ['bytes', new Uint8Array([1, 2]), new Uint8Array([1, 2])], ['kinds of bytes', new Uint8Array([1]), new Int8Array([1])], ['buffers', new ArrayBuffer(2), new ArrayBuffer(2)],
  ['boxed', new Number(1), new Number(1)], ['boxed and not', new Number(1), 1], ['boxed texts', new String('a'), new String('b')],
  ['symbols', { [Symbol.for('s')]: 1 }, { [Symbol.for('s')]: 2 }], ['circles', circle(), circle()], ['sparse', sparse, [undefined, 2]],
  ['functions', () => 1, () => 1], ['weak', new WeakMap(), new WeakMap()], ['array and object', [], {}], ['more keys on an array', Object.assign([1], { x: 1 }), [1]], ['big', 1n, 1n], ['mixed', 1n, 1],
];
for (const [name, a, b] of pairs) {
  console.log(name.padEnd(24), 'strict', same(assert.deepStrictEqual, a, b), '| loose', same(assert.deepEqual, a, b), '| partial', same(assert.partialDeepStrictEqual, a, b), same(assert.partialDeepStrictEqual, b, a));
}
