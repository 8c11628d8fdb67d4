/** The stripper of the page, in its own worker with its own WebAssembly. */
import { expect, test, vi } from 'vitest';
import { WorkerStripper } from '../../../src/sandbox/typescript/worker-stripper.ts';

const stripper = new WorkerStripper();

test('types become blanks, and no character moves', async () => {
  const source = 'const x: number = 1;\nlet y = x as unknown;\ntype Z = { a: 1 };\n';
  expect(await stripper.strip('main.ts', source)).toEqual({
    type: 'code',
    code: 'const x         = 1;\nlet y = x           ;\n                  \n',
  });
});

test('a file at fault gives Node’s code and words, and the place', async () => {
  expect(await stripper.strip('main.ts', 'const a = 1;\nenum C { Red }')).toEqual({
    type: 'fault',
    fault: {
      code: 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
      message: 'TypeScript enum is not supported in strip-only mode',
      line: 2,
      snippet: 'const a = 1;\nenum C { Red }\n^^^^^^^^^^^^^^',
    },
  });
});

test('many files at once each get their own', async () => {
  const strips = await Promise.all(
    Array.from({ length: 20 }, (_, i) => stripper.strip(`${i}.ts`, `let x${i}: string`)),
  );
  expect(strips).toEqual(strips.map((_, i) => ({ type: 'code', code: `let x${i}        ` })));
});

test('what waits when it is ended is refused, and the next file gets a new worker', async () => {
  const waiting = [stripper.strip('a.ts', 'let a: 1'), stripper.strip('b.ts', 'let b: 1')];
  stripper.end();
  for (const refused of waiting) await expect(refused).rejects.toThrow('Nobody waits for it');
  expect(await stripper.strip('c.ts', 'let c: 1')).toEqual({ type: 'code', code: 'let c   ' });
});

test('a worker that is silent for too long is ended, and the next file gets a new one', async () => {
  vi.useFakeTimers();
  const waiting = stripper.strip('a.ts', 'let a: 1');
  vi.advanceTimersByTime(15_000);
  vi.useRealTimers();
  await expect(waiting).rejects.toThrow('The worker did not answer for 15 seconds.');
  expect(await stripper.strip('b.ts', 'let b: 1')).toEqual({ type: 'code', code: 'let b   ' });
});
