/**
 * A program can get hold of the memory that its thread shares with the host: it puts its own functions in the place of
 * those by which the thread looks at it. What it writes there does no harm.
 */
import { expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';

const engine = keepingSandbox(createBrowserEngine());
const LIMIT_MS = 1000;

/** Leaves the ring of output in `ring`, and the head and body of both pieces of memory in `heads` and `bodies`. */
const theft = `
  import { existsSync } from 'node:fs';
  const stolen = new Set();
  const keep = (buffer) => { if (buffer instanceof SharedArrayBuffer) stolen.add(buffer); };
  const proto = Object.getPrototypeOf(Uint8Array.prototype);
  for (const name of ['set', 'subarray', 'slice']) {
    const original = proto[name];
    proto[name] = function (...args) { keep(this.buffer); return original.apply(this, args); };
  }
  globalThis.Int32Array = new Proxy(Int32Array, {
    construct(target, args, self) { keep(args[0]); return Reflect.construct(target, args, self); },
  });
  console.log('printed');
  existsSync('main.js');
  const memories = [...stolen].sort((a, b) => b.byteLength - a.byteLength);
  const heads = memories.map((memory) => new Int32Array(memory, 0, 4));
  const bodies = memories.map((memory) => new Uint8Array(memory, 16));
  const [ring] = heads;
`;

const deeds = {
  'claims to have written more than there is room for': `ring[0] = ring[1] - 8;`,
  'claims to have written half of all that can be counted': `ring[0] = ring[1] + 2 ** 31;`,
  'claims that the host has read more than there was': `ring[1] = ring[0] + 64;`,
  'writes a length that is too large': `bodies[0].fill(255); ring[0] += 65536;`,
  'writes zeros': `bodies[0].fill(0); ring[0] += 131072;`,
  'writes noise': `
    for (const body of bodies) body.set(crypto.getRandomValues(new Uint8Array(60000)));
    ring[0] += 65536;`,
};

test.for(Object.entries(deeds))('a program that %s', async ([, deed]) => {
  // Nothing more is printed: that would wait for room in the memory that it has broken.
  const main = `${theft}
    if (memories.length !== 2) process.exit(7);
    ${deed}
    for (;;);`;
  const run = follow(engine, { files: { 'main.js': main }, entry: 'main.js' }, LIMIT_MS);
  // The host takes what is left when it ends the thread. It could do so, or the sandbox would have been thrown away.
  expect(await run.outcome, run.stderr()).toEqual({ type: 'timed-out', limitMs: LIMIT_MS });
  expect(run.stdout().slice(0, 8)).toBe('printed\n');
  expect(run.stdout().length + run.stderr().length).toBeLessThan(1_000_000);
  const next = follow(
    engine,
    { files: { 'main.js': `console.log('next')` }, entry: 'main.js' },
    20_000,
  );
  expect(await next.outcome).toEqual({ type: 'exited', code: 0 });
  expect(next.stdout()).toBe('next\n');
});
