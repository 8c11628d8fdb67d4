/** What the host tells a thread the program in it neither hears nor forges, by whatever it still finds in the scope. */
import { expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';

const program = `
  import { readFile } from 'node:fs/promises';
  const { addEventListener, dispatchEvent } = EventTarget.prototype;
  const heard = [];
  const hear = (event) => heard.push(event.type);
  const listen = (type) => {
    for (const capture of [true, false]) addEventListener.call(globalThis, type, hear, { capture });
  };
  listen('message');
  globalThis.onmessage = hear;
  Event.prototype.stopImmediatePropagation = () => {};
  Function.prototype.call = function (...args) {
    if (args[0] instanceof MessageEvent) heard.push('call');
    return Reflect.apply(this, args[0], args.slice(1));
  };
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() { hear(this); return get.call(this); },
    configurable: true,
  });

  const dispatched = (message) => new MessageEvent('message', { data: message });
  dispatchEvent.call(globalThis, dispatched({ type: 'input', text: 'forged' }));
  process.stdin.on('data', (text) => heard.push(String(text)));
  process.on('SIGTERM', () => heard.push('SIGTERM'));
  dispatchEvent.call(globalThis, dispatched({ type: 'signal', signal: 'SIGTERM' }));
  dispatchEvent.call(globalThis, Object.assign(new Event('message'), { data: { type: 'orphaned' } }));

  // The host answers this by a message. That listening works at all is seen with another event.
  await readFile('main.js');
  listen('mine');
  dispatchEvent.call(globalThis, new Event('mine'));
  console.log(heard.join());
  process.exit();
`;

test.for([true, false])('with shared memory: %s', async (sharedMemory) => {
  const engine = keepingSandbox(createBrowserEngine({ sharedMemory }));
  const run = follow(engine, { files: { 'main.js': program }, entry: 'main.js' }, 25_000);
  expect(await run.outcome, run.stderr()).toEqual({ type: 'exited', code: 0 });
  expect(run.stdout()).toBe('mine,mine\n');
});
