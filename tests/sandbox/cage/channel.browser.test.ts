/** The channel between a thread and its host stays out of reach of the program that runs in the thread. */
import { expect, test } from 'vitest';
import { createBrowserEngine } from '../../../src/sandbox/browser/engine.ts';
import { keepingSandbox } from '../../../src/sandbox/kept-sandbox.ts';
import { follow } from '../follow-run.ts';
import {
  carelessExercise,
  carelessRuntime,
  channelHunt,
  engineExercise,
  FORGED,
} from './channel-hunt.ts';
import { printedInWorker } from './outside.ts';

const engines = {
  'with shared memory': keepingSandbox(createBrowserEngine()),
  'without shared memory': keepingSandbox(createBrowserEngine({ sharedMemory: false })),
};
const hunt = channelHunt(engineExercise);
const inThread = {
  'main.js': `import { Worker } from 'node:worker_threads';
    new Worker('./hunt.js').on('exit', (code) => process.exit(code));`,
  'hunt.js': hunt,
};

test.for(Object.entries(engines))('a program does not find it %s', async ([, engine]) => {
  for (const files of [{ 'main.js': hunt }, inThread]) {
    const run = follow(engine, { files, entry: 'main.js' }, 20_000);
    expect(await run.outcome, run.stderr() + run.stdout()).toEqual({ type: 'exited', code: 0 });
    expect(run.stdout()).toContain('hunted true\n');
  }
});

test('it would find that of a careless runtime', async () => {
  const heard: unknown[] = [];
  const program = `${carelessRuntime}${channelHunt(carelessExercise)}`;
  expect(await printedInWorker(program, (data) => heard.push(data))).toContain('hunted true\n');
  expect(heard).toContainEqual({ type: 'exit', code: FORGED });
});
