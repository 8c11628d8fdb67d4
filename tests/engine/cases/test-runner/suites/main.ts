import assert from 'node:assert/strict';
import { describe, it, suite } from 'node:test';

describe('a queue', () => {
  const queue: number[] = [];
  console.log('the suite is read');
  it('begins empty', () => {
    assert.equal(queue.length, 0);
  });
  it('takes what is put in', async () => {
    queue.push(1);
    await null;
    assert.deepEqual(queue, [1]);
  });
  describe('when it is full', () => {
    it('refuses', () => {
      assert.throws(() => {
        throw new RangeError('full');
      }, RangeError);
    });
    it('says why', () => {
      assert.match('it is full', /empty/);
    });
  });
  describe('without tests', () => {});
});
suite('the other name', async () => {
  await null;
  it('is found after an await', () => {});
});
describe('a suite that throws', () => {
  it('is not run', () => {});
  throw new Error('while it is read');
});
console.log('the file is read');
