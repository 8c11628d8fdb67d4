import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

test('a function', () => {
  const add = mock.fn((a: number, b: number) => a + b);
  assert.equal(add(3, 4), 7);
  assert.equal(add.mock.callCount(), 1);
  const [call] = add.mock.calls;
  assert.deepEqual(call?.arguments, [3, 4]);
  assert.equal(call?.result, 7);
  assert.equal(call?.error, undefined);
  add.mock.mockImplementationOnce(() => -1);
  assert.equal(add(1, 1), -1);
  assert.equal(add(1, 1), 2);
  add.mock.resetCalls();
  assert.equal(add.mock.calls.length, 0);
});
test('a method, given back at the end', (t) => {
  const clock = { hour: 3, read() { return this.hour; } };
  t.mock.method(clock, 'read', function (this: { hour: number }) { return this.hour * 2; });
  assert.equal(clock.read(), 6);
  const read = clock.read as unknown as { mock: { calls: { this: unknown }[] } };
  assert.equal(read.mock.calls[0]?.this, clock);
  t.mock.reset();
  assert.equal(clock.read(), 3);
});
test('so many times', () => {
  const fn = mock.fn(() => 'original', () => 'mocked', { times: 2 });
  assert.deepEqual([fn(), fn(), fn()], ['mocked', 'mocked', 'original']);
});
test('what throws', () => {
  const fn = mock.fn(() => { throw new Error('thrown'); });
  assert.throws(fn, /thrown/);
  assert.match(String(fn.mock.calls[0]?.error), /thrown/);
});
test('a constructor', () => {
  class Point { x; constructor(x: number) { this.x = x; } }
  const Mocked = mock.fn(Point);
  const point = new Mocked(4);
  assert.ok(point instanceof Point);
  assert.equal(Mocked.mock.calls[0]?.target, Point);
});
test('getters, setters, properties', (t) => {
  const box = { get value() { return 1; }, set value(_: number) {}, plain: 'a' };
  const getter = t.mock.getter(box, 'value', () => 5);
  assert.equal(box.value, 5);
  assert.equal(getter.mock.callCount(), 1);
  const property = t.mock.property(box, 'plain', 'b');
  assert.equal(box.plain, 'b');
  assert.equal((property as unknown as { mock: { accessCount(): number } }).mock.accessCount(), 1);
});
test('timers', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  const seen: string[] = [];
  setTimeout(() => seen.push('once'), 1000);
  const interval = setInterval(() => seen.push('again'), 400);
  t.mock.timers.tick(999);
  assert.deepEqual(seen, ['again', 'again']);
  t.mock.timers.tick(1);
  clearInterval(interval);
  t.mock.timers.tick(5000);
  assert.deepEqual(seen, ['again', 'again', 'once']);
  assert.equal(Date.now(), 6000);
  assert.equal(new Date().getTime(), 6000);
});
test('what cannot be mocked', () => {
  assert.throws(() => mock.method({ a: 1 }, 'a' as never), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => mock.fn(1 as never), { code: 'ERR_INVALID_ARG_TYPE' });
});
