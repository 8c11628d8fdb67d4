import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import {
  createOutputRing,
  outputRingReader,
  outputRingWriter,
} from '../../../src/sandbox/browser/wire/output-ring.ts';

test('what is written comes out, in order, with its stream and time', () => {
  const ring = createOutputRing();
  let calls = 0;
  const write = outputRingWriter(ring, () => calls++);
  const reader = outputRingReader(ring);
  write('stdout', 'one\n', 1.5);
  write('stderr', 'zwei ✓\n', 2.5);
  expect(calls).toBe(1);
  expect(reader.take(1e6)).toEqual([
    { stream: 'stdout', text: 'one\n', at: 1.5 },
    { stream: 'stderr', text: 'zwei ✓\n', at: 2.5 },
  ]);
  expect(reader.take()).toEqual([]);
  write('stdout', 'again', 3);
  expect(calls).toBe(2);
});

test('long text comes in parts, and no character is torn', () => {
  const ring = createOutputRing();
  const write = outputRingWriter(ring, () => undefined);
  const text = '✓'.repeat(40_000);
  write('stdout', text, 0);
  const records = outputRingReader(ring).take(1e6);
  expect(records.length).toBeGreaterThan(1);
  expect(records.map((record) => record.text).join('')).toBe(text);
});

test('the ring goes round and round', () => {
  const ring = createOutputRing();
  const write = outputRingWriter(ring, () => undefined);
  const reader = outputRingReader(ring);
  for (let i = 0; i < 3000; i++) {
    const text = `${i} ${'x'.repeat((i * 37) % 900)}`;
    write('stdout', text, i);
    expect(reader.take(1e6)).toEqual([{ stream: 'stdout', text, at: i }]);
  }
});

test('a writer that is faster waits, and loses nothing', async () => {
  const ring = createOutputRing();
  const path = new URL('../../../src/sandbox/browser/wire/output-ring.ts', import.meta.url).href;
  const LINES = 20_000;
  const worker = new Worker(
    `import(${JSON.stringify(path)}).then(({ outputRingWriter }) => {
      const write = outputRingWriter(require('node:worker_threads').workerData, () => {});
      for (let i = 0; i < ${LINES}; i++) write('stdout', 'line number ' + i + '\\n', i);
    })`,
    { eval: true, workerData: ring },
  );
  let over = false;
  worker.once('exit', () => {
    over = true;
  });
  const reader = outputRingReader(ring);
  let text = '';
  for (;;) {
    const isLast = over;
    const records = reader.take(10_000);
    for (const record of records) text += record.text;
    if (isLast && records.length === 0) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(text).toBe(Array.from({ length: LINES }, (_, i) => `line number ${i}\n`).join(''));
});

test.for([-8, 2 ** 31, 300_000])(
  'a head that claims %d bytes is forged, and all of it dropped',
  (bytes) => {
    const ring = createOutputRing();
    outputRingWriter(ring, () => undefined)('stdout', 'forged', 0);
    new Int32Array(ring)[0] = bytes;
    const reader = outputRingReader(ring);
    expect(reader.take()).toEqual([]);
    expect(reader.take()).toEqual([]);
    outputRingWriter(ring, () => undefined)('stdout', 'in order again', 1);
    expect(reader.take()).toEqual([{ stream: 'stdout', text: 'in order again', at: 1 }]);
  },
);

test.for([0xffff_ffff, 0x7fff_fff9, 1000])('a forged length of %d is dropped', (length) => {
  const ring = createOutputRing();
  outputRingWriter(ring, () => undefined)('stdout', 'forged', 0);
  new DataView(ring).setUint32(16, length);
  const reader = outputRingReader(ring);
  expect(reader.take(1e9)).toEqual([]);
  expect(reader.take()).toEqual([]);
});
