/** A program of ill will reaches nothing of the site, of the network, of the reader; from wherever it tries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import type { Files } from '../../../src/sandbox/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';
import { type Attack, attackProgram, attacks, OF_THE_SITE } from './attacks.ts';
import { printedInWindow, printedInWorker } from './outside.ts';

const engines = {
  'with shared memory': keepingSandbox(createBrowserEngine()),
  'without shared memory': keepingSandbox(createBrowserEngine({ sharedMemory: false })),
};

/** Where in the sandbox the program runs. */
const places: Readonly<Record<string, (program: string) => Files>> = {
  'the first thread': (program) => ({ 'main.js': program }),
  'a worker thread': (program) => ({
    'main.js': `import { Worker } from 'node:worker_threads'; new Worker('./evil.js');`,
    'evil.js': program,
  }),
  'a child process': (program) => ({
    'main.js': `import { fork } from 'node:child_process'; fork('./evil.js');`,
    'evil.js': program,
  }),
  'a thread made of text': (program) => ({
    'main.js': `import { Worker } from 'node:worker_threads';
      new Worker(${JSON.stringify(`(async () => {${program}})()`)}, { eval: true });`,
  }),
  'a process made of text': (program) => ({
    'main.js': `import { spawn } from 'node:child_process';
      const text = ${JSON.stringify(`(async () => {${program}})()`)};
      spawn(process.execPath, ['-e', text], { stdio: 'inherit' });`,
  }),
  'a module made of text': (program) => ({
    'main.js': `await import('data:text/javascript,' + encodeURIComponent(${JSON.stringify(program)}));`,
  }),
  'a CommonJS file': (program) => ({ 'main.cjs': `(async () => {${program}})()` }),
  'a function that WebAssembly calls': (program) => ({
    'main.js': `
      let done;
      const attack = () => { done = (async () => {${program}})(); };
      const { instance } = await WebAssembly.instantiate(Uint8Array.from(${JSON.stringify(CALLING)}), { a: { f: attack } });
      instance.exports.g();
      await done;`,
  }),
};

/** A WebAssembly module whose function `g` calls the function `f` that it imports from `a`. */
const CALLING = [
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 102, 0, 0, 3, 2, 1, 0],
  ...[7, 5, 1, 1, 103, 0, 1, 10, 6, 1, 4, 0, 16, 0, 11],
];

let otherOrigin = '';
let releaseLock: (value?: unknown) => void = () => undefined;
let heard: string[] = [];
const hear = (data: unknown) => {
  if (typeof data === 'object' && data && 'heard' in data) heard.push(String(data.heard));
};
const onMessage = (event: MessageEvent) => hear(event.data);
let channel: BroadcastChannel;

beforeAll(async () => {
  localStorage.setItem(OF_THE_SITE, 'x');
  sessionStorage.setItem(OF_THE_SITE, 'x');
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the cookie store
  document.cookie = `${OF_THE_SITE}=x`;
  await caches.open(OF_THE_SITE);
  await new Promise((held) => {
    void navigator.locks.request(OF_THE_SITE, () => {
      held(undefined);
      return new Promise((resolve) => {
        releaseLock = resolve;
      });
    });
  });
  channel = new BroadcastChannel(OF_THE_SITE);
  channel.onmessage = onMessage;
  addEventListener('message', onMessage);
  otherOrigin = (await log('none')).otherOrigin;
});
afterAll(async () => {
  localStorage.removeItem(OF_THE_SITE);
  sessionStorage.removeItem(OF_THE_SITE);
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = `${OF_THE_SITE}=; max-age=0`;
  await caches.delete(OF_THE_SITE);
  releaseLock();
  channel.close();
  removeEventListener('message', onMessage);
  indexedDB.deleteDatabase(OF_THE_SITE);
});

async function log(run: string): Promise<{ otherOrigin: string; tokens: string[] }> {
  return (await fetch(`/asked-log/${run}`)).json();
}

/** Runs the attempts and gives those that got through: by the program's own word, the server's or the page's. */
async function reached(
  wanted: readonly Attack[],
  print: (program: string, run: string) => Promise<string>,
): Promise<{ attempted: number; reached: string[]; absent: string[] }> {
  heard = [];
  const run = crypto.randomUUID();
  const origins = { own: location.origin, other: otherOrigin };
  const printed = await print(attackProgram(wanted, run, origins), run);
  // The page hears its own message after all that were sent before.
  await new Promise((resolve) => {
    channel.addEventListener('message', ({ data }) => data === run && resolve(undefined));
    const fence = new BroadcastChannel(OF_THE_SITE);
    fence.postMessage(run);
    fence.close();
  });
  const { tokens } = await log(run);
  const rows = printed
    .trim()
    .split('\n')
    .map((line): [string, string, boolean] => JSON.parse(line));
  const said = rows.filter(([, outcome]) => outcome === 'REACHED').map(([name]) => name);
  const absent = rows.filter(([, , exists]) => !exists).map(([name]) => name);
  const names = wanted.map(({ name }) => name);
  const got = new Set([...said, ...tokens, ...heard]);
  return { attempted: rows.length, reached: names.filter((name) => got.has(name)), absent };
}

describe.for(Object.entries(engines))('%s', ([, engine]) => {
  test.for(Object.entries(places))('nothing is reached from %s', async ([, filesOf]) => {
    const result = await reached(attacks, async (program) => {
      const files = filesOf(program);
      const run = follow(engine, { files, entry: Object.keys(files)[0] ?? '' }, 25_000);
      expect(await run.outcome).toEqual({ type: 'exited', code: 0 });
      expect(run.stderr()).toBe('');
      return run.stdout();
    });
    expect(result).toMatchObject({ attempted: attacks.length, reached: [] });
  });
});

describe('outside of the sandbox the same attempts succeed', () => {
  const by = (outside: Attack['outside']) => attacks.filter((attack) => attack.outside === outside);
  const namesOf = (list: readonly Attack[]) => list.map(({ name }) => name);

  test('in a worker of the site', async () => {
    const result = await reached(by('worker'), (program) => printedInWorker(program, hear));
    const expected = namesOf(by('worker')).filter((name) => !result.absent.includes(name));
    expect(result.reached).toEqual(expected);
  });

  test('in a frame of the site', async () => {
    const result = await reached(by('window'), (program, run) =>
      printedInWindow(program, `/asked/${run}/frame.html`),
    );
    const expected = namesOf(by('window')).filter((name) => !result.absent.includes(name));
    expect(result.reached).toEqual(expected);
  });
});
