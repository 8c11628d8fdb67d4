import assert from 'node:assert';
import strict from 'node:assert/strict';

const fails = (run: () => void) => {
  try {
    run();
    console.log('passes');
  } catch (error) {
    const { name, message, code, operator, generatedMessage } = error as assert.AssertionError;
    console.log(`${name} ${code} ${operator} ${generatedMessage}\n${message}\n---`);
  }
};
fails(() => strict.equal(1, 2));
fails(() => strict.equal('a long text that is here', 'a long text that is there'));
fails(() => strict.equal('two\nlines', 'two\nother lines'));
fails(() => strict.equal({ a: 1 }, { a: 1 }));
fails(() => strict.equal([1, 2], { a: 1 }));
fails(() => strict.equal(1, 2, 'words of my own'));
fails(() => strict.deepEqual({ a: 1, b: { c: [1, 2, 3] } }, { a: 1, b: { c: [1, 5, 3] } }));
fails(() => strict.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]));
fails(() => strict.deepEqual(new Map([['a', 1]]), new Map([['a', 2]])));
fails(() => strict.deepEqual(new Set([1]), new Set([2])));
fails(() => strict.deepEqual([1, '2'], [1, 2]));
fails(() => strict.deepEqual(new Date(0), new Date(1)));
fails(() => strict.deepEqual(Array.from({ length: 60 }, (_, n) => n), Array.from({ length: 60 }, (_, n) => (n === 30 ? 0 : n))));
fails(() => strict.notEqual(1, 1));
fails(() => strict.notDeepEqual({ a: { b: 1 } }, { a: { b: 1 } }));
fails(() => strict.partialDeepStrictEqual({ a: 1, b: 2 }, { b: 3 }));
fails(() => strict.partialDeepStrictEqual({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3 } }));
fails(() => assert.equal(1, '1'));
fails(() => assert.equal(1, 2));
fails(() => assert.notEqual(1, '1'));
fails(() => assert.deepEqual({ a: 1 }, { a: '1' }));
fails(() => assert.deepEqual({ a: 1 }, { a: 2 }));
fails(() => assert.notDeepEqual({ a: 1 }, { a: '1' }));
fails(() => assert.ok(0));
fails(() => assert(''));
fails(() => assert.ok(0, 'not zero'));
fails(() => assert.ok([1, 2].includes(3) &&
  'a (bracket' !== ''));
fails(() => assert.match('abc', /x/));
fails(() => assert.doesNotMatch('abc', /b/));
fails(() => assert.match(5 as never, /x/));
fails(() => assert.fail());
fails(() => assert.fail('on purpose'));
fails(() => assert.ifError(new Error('given')));
fails(() => assert.ifError(null));
fails(() => assert.equal(1, 2, new TypeError('an error of my own')));
fails(() => (assert.equal as (a: number) => void)(1));
