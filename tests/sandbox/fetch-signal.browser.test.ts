/** What a program's `fetch` does to the signal that it is given: as long as a request goes on, and no longer. */
import { expect, test } from 'vitest';
import { engines } from '../../src/sandbox/registry.ts';
import { follow } from './follow-run.ts';

const program = `
  import { createServer } from 'node:http';

  const server = createServer((request, response) => {
    if (request.url === '/gone') request.destroy();
    else if (request.url === '/slow') response.write('begun');
    else response.end('whole');
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const at = 'http://localhost:' + server.address().port;
  const controller = new AbortController();
  const { signal } = controller;
  let listening = 0;
  for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const native = signal[name];
    signal[name] = (...given) => {
      listening += step;
      native.apply(signal, given);
    };
  }
  const told = (what) => console.log(what + ':', listening);

  await (await fetch(at, { signal })).text();
  told('read');
  await (await fetch(at, { signal, method: 'POST', body: 'sent' })).text();
  told('posted');
  await fetch(at + '/gone', { signal }).catch(() => undefined);
  told('gone');
  await fetch('http://localhost:1', { signal }).catch(() => undefined);
  told('refused');
  const cancelled = await fetch(at + '/slow', { signal });
  told('begun');
  await cancelled.body.cancel();
  told('cancelled');
  const slow = await fetch(at + '/slow', { signal });
  controller.abort();
  await slow.text().catch(({ name }) => console.log(name));
  told('aborted');
  server.close();
  server.closeAllConnections();
`;

test('a request that is over has left its signal', async () => {
  const engine = await engines.browser?.load();
  if (!engine) throw new Error('There is no browser engine.');
  const run = follow(engine, { files: { 'main.js': program }, entry: 'main.js' }, 20_000);
  expect(await run.outcome).toEqual({ type: 'exited', code: 0 });
  expect(run.stdout().trim().split('\n')).toEqual([
    'read: 0',
    'posted: 0',
    'gone: 0',
    'refused: 0',
    'begun: 1',
    'cancelled: 0',
    'AbortError',
    'aborted: 0',
  ]);
});
