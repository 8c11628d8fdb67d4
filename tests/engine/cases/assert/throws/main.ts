import assert from 'node:assert/strict';

class Custom extends Error {
  code = 'E_CUSTOM';
}
const boom = () => {
  throw new Custom('boom');
};
const fails = async (run: () => unknown) => {
  try {
    await run();
    console.log('passes');
  } catch (error) {
    const { name, message, operator } = error as assert.AssertionError;
    console.log(`${name} ${operator}\n${message}\n---`);
  }
};
await fails(() => assert.throws(boom));
await fails(() => assert.throws(boom, Custom));
await fails(() => assert.throws(boom, /boom/));
await fails(() => assert.throws(boom, { message: 'boom', code: 'E_CUSTOM' }));
await fails(() => assert.throws(boom, { message: /^bo+m$/ }));
await fails(() => assert.throws(boom, (error: Error) => error instanceof Custom));
await fails(() => assert.throws(boom, new Custom('boom')));
await fails(() => assert.throws(() => {}));
await fails(() => assert.throws(() => {}, TypeError, 'with words'));
await fails(() => assert.throws(boom, TypeError));
await fails(() => assert.throws(boom, /other/));
await fails(() => assert.throws(boom, { message: 'other', code: 'E_CUSTOM' }));
await fails(() => assert.throws(boom, () => false));
await fails(() => assert.throws(boom, 'boom'));
await fails(() => assert.doesNotThrow(boom));
await fails(() => assert.doesNotThrow(boom, 'with words'));
await fails(() => assert.doesNotThrow(() => {}));
await fails(() => assert.rejects(Promise.reject(new Custom('late')), /late/));
await fails(() => assert.rejects(async () => boom(), { code: 'E_CUSTOM' }));
await fails(() => assert.rejects(Promise.resolve(1)));
await fails(() => assert.rejects((() => 1) as never));
await fails(() => assert.rejects(1 as never));
await fails(() => assert.doesNotReject(Promise.reject(new Error('no'))));
await fails(() => assert.throws('x' as never));
