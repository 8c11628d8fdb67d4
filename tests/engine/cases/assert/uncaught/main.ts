import assert from 'node:assert/strict';

const error = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(error instanceof Error, String(error).split('\n')[0], error.name, error.code);
console.log(Object.keys(error));
console.log(typeof assert.strict, assert.strict === assert.strict.strict, assert.equal === assert.strictEqual);
assert.deepEqual({ answer: 42, list: [1] }, { answer: 43, list: [1] });
