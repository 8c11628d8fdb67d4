class Point {
  x = 1;
  #hidden = 2;
  get sum() {
    return this.x + this.#hidden;
  }
}
console.log('%s is %d years and %i, %j %o %%', 'Ann', 4.5, 4.5, { a: 1 }, [1], 'more');
console.log(new Point(), [new Point()], class A extends Point {}, () => 1, Symbol('s'), null, undefined);
console.log(new Set([1, 'two']), new Map([[{ k: 1 }, [2]]]), new Uint8Array(3), Buffer.from('hi'));
console.log([1.5, -0, NaN, 10n], 'text', ['text'], { 'a-b': 1, [Symbol('k')]: 2 }, new Date(0), /x/g);
console.log({ a: { b: { c: { d: 1 } } } }, new Array(200).fill(0).length, [, 1], [undefined, null]);
console.log(Promise.resolve(4) instanceof Promise, new Error('boom').message, [new WeakMap()]);
console.group('group');
console.log('inside\ntwo lines');
console.group();
console.info('deeper');
console.groupEnd();
console.groupEnd();
console.table([
  { name: 'a', ms: 1 },
  { name: 'bc', ms: 20 },
]);
console.table([1, 'two', { three: 3 }]);
console.table(new Map([['k', 1]]));
console.count();
console.count('label');
console.count();
console.assert(true, 'not shown');
console.error('to stderr', { a: 1 });
console.assert(false, 'shown %s', 'here');
console.dir({ a: { b: { c: {} } } }, { depth: 0 });
