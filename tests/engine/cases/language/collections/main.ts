const people = [
  { name: 'Ada', age: 36 },
  { name: 'Alan', age: 41 },
  { name: 'Grace', age: 36 },
];
console.log(Object.groupBy(people, ({ age }) => String(age)));
console.log(Map.groupBy(people, ({ age }) => age > 40));
const a = new Set([1, 2, 3]);
const b = new Set([2, 3, 4]);
console.log(a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b), a.isSubsetOf(b));
console.log([3, 1, 2].toSorted(), [1, 2, 3].toReversed(), [1, 2, 3].with(1, 9), [1, 2, 3].toSpliced(0, 1));
console.log([1, 2, 3].findLast((n) => n < 3), [1, 2, 3].at(-1), [[1, [2]], 3].flat(Infinity));
console.log(await Array.fromAsync([Promise.resolve(1), 2]));
console.log('a-b-a'.replaceAll('a', 'c'), 'x'.padStart(3, '.'), 'lone \ud800'.isWellFormed(), 'ab'.at(-1));
console.log(Object.fromEntries(new Map([['k', 1]])), Object.entries({ z: 1, 2: 2, 1: 1 }), structuredClone(new Map([[{}, []]])));
console.log(new WeakMap([[people, 1]]).get(people), new WeakRef(people).deref() === people);
console.log(2n ** 64n, BigInt.asIntN(8, 255n), 0.1 + 0.2, Number.MAX_SAFE_INTEGER, 1_000_000, -0, NaN);
const { name: first = '?', ...rest } = people[0] ?? { name: '' };
console.log(first, rest, people[9]?.name ?? 'nobody', people.length ||= 1);
console.log(/(?<year>\d{4})-(?<month>\d\d)/.exec('on 2026-11-22')?.groups, 'a1b22'.replace(/(?<=b)\d+/, '!'));
console.log([...'aXbX'.matchAll(/X/dg)].map(({ index }) => index), /[\p{L}--[a-z]]/v.test('A'));
console.log(JSON.stringify({ a: undefined, b: [undefined], c: new Date(0), d: NaN }, null, 1));
