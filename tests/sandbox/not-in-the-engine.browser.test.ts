/** What the browser engine has not is refused before the program runs: with the place, the reason, and what can run it. */
import { expect, test } from 'vitest';
import { browserEngine } from '../../src/sandbox/browser/engine.ts';
import { keepingSandbox } from '../../src/sandbox/kept-sandbox.ts';
import { follow } from './follow-run.ts';

const engine = keepingSandbox(browserEngine);
const run = (main: string) =>
  follow(engine, { files: { 'main.js': main }, entry: 'main.js' }, 20_000);
const onNode = 'Node.js 22.18 or later, on the command line, can run it.';
const elsewhere =
  'The WebContainer engine may run it; Node.js 22.18 or later, on the command line, can.';

test.for([
  [
    `console.log('ran');\nimport { AsyncLocalStorage } from 'node:async_hooks';`,
    `file:///home/lesson/main.js:2
import { AsyncLocalStorage } from 'node:async_hooks';
                                  ^

Error [ERR_NOT_IN_BROWSER_ENGINE]: node:async_hooks is not part of the browser engine: a browser gives no way to carry a context from one await to the next. ${elsewhere}`,
  ],
  [
    `console.log('ran');\nimport fs, { readFileSync, watch } from 'fs';`,
    `file:///home/lesson/main.js:2
import fs, { readFileSync, watch } from 'fs';
                           ^

SyntaxError [ERR_NOT_IN_BROWSER_ENGINE]: watch of node:fs is not part of the browser engine: its files are not watched. ${elsewhere}`,
  ],
  [
    `import express from 'express';`,
    `file:///home/lesson/main.js:1
import express from 'express';
                    ^

Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /home/lesson/main.js: the browser engine has of all packages only p-limit, p-queue, p-retry. ${onNode}`,
  ],
])('%s', async ([main, report]) => {
  const refused = run(main ?? '');
  expect(await refused.outcome).toEqual({ type: 'exited', code: 1 });
  expect(refused.stdout()).toBe('');
  expect(refused.stderr()).toContain(report);
});

test('a dynamic import is refused when it is reached, and can be caught', async () => {
  const caught = run(`
    console.log('begins');
    await import('node:net').catch((error) => console.log(error.code, error.message));
  `);
  expect(await caught.outcome).toEqual({ type: 'exited', code: 0 });
  expect(caught.stdout()).toBe(
    `begins\nERR_NOT_IN_BROWSER_ENGINE node:net is not part of the browser engine: a page has no sockets. ${elsewhere}\n`,
  );
});

test('a message that cannot be received ahead of its event says so, and comes by it', async () => {
  const refused = run(`
    import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(new SharedArrayBuffer(4));
    try {
      receiveMessageOnPort(port2);
    } catch (error) {
      console.log(error.code, error.message);
    }
    port2.once('message', ({ byteLength }) => console.log('heard', byteLength));
  `);
  expect(await refused.outcome).toEqual({ type: 'exited', code: 0 });
  expect(refused.stdout()).toBe(
    `ERR_NOT_IN_BROWSER_ENGINE receiveMessageOnPort() of this message is not part of the browser engine: it can be read ahead of its event only if it is of plain data, hands nothing over, and finds room in the 64 kB that may wait; port.on('message') gets it. ${elsewhere}\nheard 4\n`,
  );
});
