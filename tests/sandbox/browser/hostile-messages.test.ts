/** What a thread of ill will or a broken host could send: it is read without harm, or not at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileSystem } from '../../../src/sandbox/browser/host/file-system.ts';
import { readFileCall } from '../../../src/sandbox/browser/wire/file-calls.ts';
import { readFromHost } from '../../../src/sandbox/browser/wire/page-messages.ts';
import { readFromThread } from '../../../src/sandbox/browser/wire/thread-messages.ts';

/** What arrives is a structured clone: any value, but no functions; objects may shadow what all objects have. */
const anything = fc.oneof(
  fc.anything({ withMap: true, withSet: true, withTypedArray: true, withDate: true }),
  fc.constantFrom<unknown>(
    ...[Number.NaN, Number.POSITIVE_INFINITY, -0, -1, 0, 1, 2 ** 53, 1e308, 10n, null, undefined],
    ...['', '/', '../../..', '\0', 'x'.repeat(5000), '__proto__', 'constructor', '/tmp', '/tmp/a'],
    ...[{ toString: 1, valueOf: 1 }, JSON.parse('{"__proto__": {"polluted": true}}'), [[]], {}],
    ...[new Uint8Array(10), new Uint8Array(new SharedArrayBuffer(8)), new Map([[1, 2]])],
  ),
);

const threadTypes = [
  ...['ready', 'output-waiting', 'output', 'file-call', 'next-part', 'link', 'start-thread'],
  ...['end-thread', 'exit', 'start', 'reply', 'constructor', 'process-call', 'child-input'],
  ...['child-read', 'send', 'received', 'disconnect', 'handles'],
];
const keys = [
  ...['builtins', 'records', 'call', 'id', 'specifier', 'from', 'thread', 'entry', 'port', 'argv'],
  ...['env', 'name', 'data', 'environmentData', 'transfer', 'code', 'process', 'run', 'events'],
  ...['message', 'names', 'stream', 'text', 'at', 'path', 'to', 'bytes', 'prefix', 'size'],
  ...['recursive', 'force', 'exclusive', 'child', 'value', 'count', 'signals', 'pid', 'signal'],
  ...['handle', 'channel', 'command', 'argv0', 'cwd', 'stdio', 'imports', 'execArgv', 'args'],
  ...['input', 'timeoutMs', 'killSignal', 'maxBytes', 'outcome'],
];
const message = (types: readonly string[], name: string) =>
  fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), anything))
    .map(([type, rest]): unknown => ({ ...rest, [name]: type }));

const isClean = () => !('polluted' in {});

describe('a message from a thread', () => {
  test('of any shape is read or refused, and what is read has the shape of its type', () => {
    const hostile = fc.oneof(anything, message(threadTypes, 'type'));
    fc.assert(
      fc.property(hostile, (data) => {
        const read = readFromThread(data);
        if (read?.type === 'start-thread' || read?.type === 'end-thread') {
          expect(read.thread).toBeGreaterThan(0);
        }
        if (read?.type === 'exit') expect([0, 255]).toContain(read.code === 0 ? 0 : 255);
        if (read?.type === 'output') {
          for (const { text, at } of read.records) {
            expect(typeof text).toBe('string');
            expect(at).toBeTypeOf('number');
          }
        }
        return isClean();
      }),
      { numRuns: 2000 },
    );
  });

  test.for([
    ['an argument that is no text', { argv: [{ toString: 1, valueOf: 1 }] }],
    ['a variable that is no text', { env: { A: {} } }],
    ['the id of the first thread', { thread: 0 }],
    ['an id that is no number', { thread: Number.NaN }],
  ])('that starts a thread with %s is refused', ([, part]) => {
    const { port1 } = new MessageChannel();
    const whole = {
      ...{ type: 'start-thread', thread: 1, entry: { path: '/a' }, port: port1, argv: [], env: {} },
      ...{ name: '', transfer: [], data: null },
    };
    expect(readFromThread(whole)).toBeDefined();
    expect(readFromThread({ ...whole, ...(part as object) })).toBeUndefined();
    port1.close();
  });
});

test('a file call of any shape gives a result or a fault, and never fails', () => {
  const files = new FileSystem();
  const ops = [
    ...['read', 'stat', 'list', 'unlink', 'rmdir', 'write', 'append', 'make-directory', 'remove'],
    ...['make-temporary', 'rename', 'copy', 'truncate', 'constructor'],
  ];
  fc.assert(
    fc.property(message(ops, 'op'), (data) => {
      const call = readFileCall(data);
      if (call) expect(typeof files.run(call).ok).toBe('boolean');
      return isClean();
    }),
    { numRuns: 3000 },
  );
});

describe('a call about processes', () => {
  const whole = {
    op: 'spawn',
    handle: 1,
    process: {
      command: { imports: [], entry: { path: '/a.ts' }, execArgv: [], args: ['x'] },
      ...{ argv0: 'node', env: { A: 'b' }, cwd: '/', stdio: ['pipe', 'ignore', { descriptor: 1 }] },
      detached: false,
    },
  };
  const read = (call: unknown) => readFromThread({ type: 'process-call', call });

  test('of any shape is read or refused', () => {
    expect(read(whole)).toEqual({ type: 'process-call', call: whole });
    const part = fc.oneof(anything, message(['spawn', 'run', 'signal'], 'op'));
    const { process } = whole;
    const damaged = fc.oneof(
      part,
      fc
        .tuple(fc.constantFrom(...Object.keys(whole)), anything)
        .map(([k, v]) => ({ ...whole, [k]: v })),
      fc
        .tuple(fc.constantFrom(...Object.keys(process)), anything)
        .map(([k, v]) => ({ ...whole, process: { ...process, [k]: v } })),
      fc.tuple(fc.constantFrom(...Object.keys(process.command)), anything).map(([k, v]) => ({
        ...whole,
        process: { ...process, command: { ...process.command, [k]: v } },
      })),
    );
    fc.assert(
      fc.property(damaged, (call) => {
        read(call);
        return isClean();
      }),
      { numRuns: 2000 },
    );
  });

  test.for([
    ['an argument that is no text', { command: { ...whole.process.command, args: [{}] } }],
    ['a variable that is no text', { env: { A: {} } }],
    ['a folder that is no text', { cwd: { toString: 1 } }],
    ['a descriptor that a process has not', { stdio: ['pipe', 'pipe', { descriptor: 3 }] }],
    ['too few descriptors', { stdio: ['pipe', 'pipe'] }],
  ])('with %s is refused', ([, part]) => {
    const process = { ...whole.process, ...(part as object) };
    expect(read({ ...whole, process })).toBeUndefined();
  });
});

describe('a message from the host', () => {
  test('of any shape is read or refused, and what is read has the shape of its type', () => {
    const types = ['ready', 'broken', 'output', 'want', 'exit', 'spawn'];
    fc.assert(
      fc.property(fc.oneof(anything, message(types, 'type')), (data) => {
        const read = readFromHost(data);
        if (read?.type === 'exit') {
          expect(['exited', 'crashed']).toContain(read.outcome.type);
        }
        if (read?.type === 'output') {
          for (const { stream, text, at } of read.events) {
            expect(['stdout', 'stderr']).toContain(stream);
            expect(typeof text).toBe('string');
            expect(Number.isFinite(at)).toBe(true);
          }
        }
        return isClean();
      }),
      { numRuns: 2000 },
    );
  });

  test('that ends a run in a way that only the page may claim is a crash', () => {
    const ended = readFromHost({ type: 'exit', run: 1, outcome: { type: 'stopped' } });
    expect(ended).toMatchObject({ outcome: { type: 'crashed' } });
  });
});
