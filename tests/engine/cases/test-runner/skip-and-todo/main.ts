import { describe, it, test } from 'node:test';

test.skip('by the method', () => console.log('never'));
test('by an option', { skip: true }, () => console.log('never'));
test('with a reason', { skip: 'not on this machine' }, () => console.log('never'));
test('while it runs', (t) => t.skip('found out late'));
test.todo('without a function');
test('that passes', { todo: true }, () => {});
test('that fails', { todo: 'one day' }, () => {
  throw new Error('not yet');
});
test('found to be unfinished', (t) => {
  t.todo();
  throw new Error('nor this');
});
describe.skip('a suite', () => {
  it('in it', () => console.log('never'));
});
describe('with the other forms', () => {
  it.skip('skipped', () => {});
  it.todo('to do');
});
test.expectFailure('a known fault', () => {
  throw new Error('as known');
});
test.expectFailure('a fault that is gone', () => {});
test('a known error', { expectFailure: /known/ }, () => {
  throw new Error('as known');
});
