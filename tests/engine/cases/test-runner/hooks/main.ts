import { after, afterEach, before, beforeEach, describe, it, test } from 'node:test';

before(() => console.log('before all'));
after(() => console.log('after all'));
beforeEach((t) => console.log('before each:', (t as { name: string }).name));
afterEach(() => console.log('after each'));

test('first', () => console.log('first'));
describe('suite', () => {
  before(() => console.log('  suite: before'));
  after(() => console.log('  suite: after'));
  beforeEach(() => console.log('  suite: before each'));
  afterEach(() => console.log('  suite: after each'));
  it('a', () => console.log('  a'));
  it('b', () => console.log('  b'));
  it('skipped', { skip: true }, () => console.log('never'));
});
test('with hooks of its own', async (t) => {
  t.before(() => console.log('  t: before'));
  t.after(() => console.log('  t: after'));
  t.beforeEach(() => console.log('  t: before each'));
  t.afterEach(() => console.log('  t: after each'));
  await t.test('inner', () => console.log('  inner'));
});
console.log('the file is read');
