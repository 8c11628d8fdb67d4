/**
 * A thread that has its channel to the host, as no program should, and says everything that it should not: each kind
 * of message, each part of it in turn replaced by what no thread sends. The host takes no harm, and ends it when told.
 */
import { expect, test } from 'vitest';
import { BuiltinModules } from '../../../src/sandbox/browser/host/builtin-modules.ts';
import { Linker } from '../../../src/sandbox/browser/host/linker.ts';
import { HostRun } from '../../../src/sandbox/browser/host/run.ts';
import { blobUrls } from '../../../src/sandbox/browser/host/script-urls.ts';
import { Shelf } from '../../../src/sandbox/browser/host/shelf.ts';
import { WorkerPool } from '../../../src/sandbox/browser/host/worker-pool.ts';
import type { Outcome, OutputEvent } from '../../../src/sandbox/engine.ts';

/** Whole messages of every kind, none of which ends the run. */
const messages = `
  const command = () => ({ imports: [], entry: { path: '/a.js' }, execArgv: [], args: ['x'] });
  const newProcess = () => ({ command: command(), argv0: 'node', env: { A: 'b' }, cwd: '/', detached: false,
    stdio: ['pipe', 'ignore', { descriptor: 1 }] });
  const head = () => ({ type: 'request', method: 'GET', target: '/', headers: [['a', 'b']] });
  const calls = [
    ...['read', 'stat', 'list', 'unlink', 'rmdir'].map((op) => ({ op, path: '/tmp/a' })),
    ...['write', 'append'].map((op) => ({ op, path: '/tmp/a', bytes: new Uint8Array(10), exclusive: false })),
    ...['make-directory', 'remove'].map((op) => ({ op, path: '/tmp/b', recursive: true, force: true })),
    { op: 'make-temporary', prefix: '/tmp/c' },
    ...['rename', 'copy'].map((op) => ({ op, path: '/tmp/a', to: '/tmp/d' })),
    { op: 'truncate', path: '/tmp/a', size: 3 },
    { op: 'touch', path: '/tmp/a', modifiedAt: 1 },
    { op: 'open', path: '/tmp/e', create: true, exclusive: false, truncate: false, write: true },
    ...['open-stat', 'open-close'].map((op) => ({ op, inode: 5 })),
    { op: 'open-touch', inode: 5, modifiedAt: 1 },
    { op: 'open-truncate', inode: 5, size: 2 },
    { op: 'open-read', inode: 5, from: 0, length: 9 },
    { op: 'open-write', inode: 5, from: 'end', bytes: new Uint8Array(3) },
  ];
  const frames = [
    { type: 'response', status: 200, statusText: 'OK', headers: [['a', 'b']] },
    { type: 'body', bytes: new Uint8Array(4) },
    { type: 'end' }, { type: 'taken', bytes: 4 }, { type: 'gone' },
  ];
  const messages = [
    { type: 'ready', builtins: { fs: ['readFile'] } },
    { type: 'output-waiting' },
    { type: 'output', records: [{ stream: 'stdout', text: 'x', at: 1 }] },
    ...calls.map((call) => ({ type: 'file-call', id: 1, call })),
    { type: 'file-call', call: calls[0] },
    { type: 'next-part' },
    { type: 'link', id: 1, specifier: './a.js', from: '/home/lesson/main.js', how: 'require', attributes: { type: 'json' } },
    { type: 'link', specifier: 'node:fs', from: '/home/lesson/main.js' },
    { type: 'start-thread', thread: 3, entry: { path: '/none.js' }, argv: ['x'], env: { A: 'b' }, execArgv: [], name: 'n',
      settings: { stdin: false, resourceLimits: {} }, data: null, environmentData: new Map(), transfer: [], isEngines: false },
    ...['listen', 'unlisten'].map((type) => ({ type: 'net', call: { type, server: 1, port: 80 } })),
    { type: 'net', call: { type: 'open', link: 1, port: 80, head: head() } },
    ...frames.map((frame) => ({ type: 'net', call: { type: 'frame', link: 1, frame } })),
    { type: 'mail', mail: { type: 'message', to: 0, id: 1, value: 'x', transfer: [] } },
    { type: 'mail', mail: { type: 'taken', to: 0, id: 1, taken: true } },
    { type: 'mail', mail: { type: 'input', to: 0, text: 'x' } },
    { type: 'end-thread', thread: 3 },
    { type: 'broadcast', name: 'x', sender: 1, value: 'x' },
    { type: 'process-call', id: 1, call: { op: 'spawn', handle: 1, process: newProcess(), channel: 'json' } },
    { type: 'process-call', id: 1, call: { op: 'run', process: newProcess(), input: new Uint8Array(2), timeoutMs: 1,
      killSignal: 'SIGKILL', maxBytes: 10 } },
    { type: 'process-call', id: 1, call: { op: 'signal', pid: 100, signal: 0 } },
    { type: 'child-input', child: 1, text: 'x' },
    { type: 'input-taken' },
    { type: 'child-read', child: 1, stream: 'stdout' },
    { type: 'send', to: 1, value: 'x' },
    { type: 'received', from: 1, count: 1 },
    { type: 'disconnect', from: 1 },
    { type: 'handles', signals: ['SIGTERM'] },
  ];
`;

/** What takes the place of each part. All of it can be sent; some of it costs whoever walks through it an hour. */
const poisons = `
  // WebKit walks through a list before it sends it: there a thread would only hold up itself.
  const isWebKit = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);
  const most = isWebKit ? 2 ** 10 : 2 ** 32 - 1;
  const circle = {}; circle.circle = circle;
  const poisons = [
    undefined, null, true, 0, -0, -1, 1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 1e308, 10n ** 30n,
    '', '/', '../../..', '\\0', '__proto__', 'constructor', 'toString', '/tmp', 'x'.repeat(100000), '\\ud800', '/a'.repeat(50000),
    'data:text/javascript,', 'data:,', 'blob:null/1', 'node:', '#', 'node:internal/fetch', 'internal/fetch', 'parent',
    [], [[]], [null], new Array(3), ['a', 1], [['a']], new Array(most), Object.assign([], { length: most }), [new Array(most)],
    {}, circle, JSON.parse('{"__proto__": {"polluted": true}}'), { toString: 1, valueOf: 1, length: 1e9 }, { type: 'exit' },
    new Uint8Array(10), new Uint8Array(0), new Float64Array(3), new ArrayBuffer(8), new DataView(new ArrayBuffer(8)),
    new Map([[1, 2]]), new Set([1]), new Date(NaN), /x/g, new Error('x'), new Blob(['x']), new String('x'), new Number(1),
    ...(typeof SharedArrayBuffer === 'function' ? [new SharedArrayBuffer(8), new Uint8Array(new SharedArrayBuffer(8))] : []),
  ];
`;

const thread = `
  ${messages}
  ${poisons}
  function* damaged(value) {
    for (const poison of poisons) yield poison;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return;
    for (const key of Object.keys(value)) {
      for (const part of damaged(value[key])) {
        const copy = Array.isArray(value) ? [...value] : { ...value };
        copy[key] = part;
        yield copy;
      }
      if (!Array.isArray(value)) { const { [key]: gone, ...rest } = value; yield rest; }
    }
  }
  let sent = 0;
  const send = (message, transfer = []) => {
    try { postMessage(message, transfer); sent++; } catch {}
  };
  postMessage({ type: 'ready', builtins: { fs: ['readFile'] } });
  onmessage = ({ data }) => {
    if (data.type !== 'start' || data.thread !== 0 || data.process.pid !== 100) return;
    for (const message of messages) {
      const port = message.type === 'start-thread' ? { port: new MessageChannel().port1 } : {};
      send({ ...message, ...port }, Object.values(port));
    }
    for (const poison of poisons) send(poison);
    for (const message of messages) {
      for (const forged of damaged(message)) {
        const port = forged?.type === 'start-thread' ? { port: new MessageChannel().port1 } : {};
        send(Object(forged) === forged && !Array.isArray(forged) ? { ...forged, ...port } : forged, Object.values(port));
      }
    }
    postMessage({ type: 'output', records: [{ stream: 'stdout', text: 'SENT ' + sent, at: 1 }] });
  };
`;

test.for([true, false])('with shared memory: %s', async (sharedMemory) => {
  await Linker.ready();
  const shelf = new Shelf({}, blobUrls, () => undefined);
  const { pool, exports } = await WorkerPool.open(thread, blobUrls);
  const builtins = new BuiltinModules(exports, shelf, blobUrls);
  const asked = Object.getOwnPropertyNames(Object.prototype);
  let printed = '';
  let told: (outcome: Outcome) => void = () => undefined;
  const over = new Promise<Outcome>((resolve) => {
    told = resolve;
  });
  const run = new HostRun(
    { files: { 'main.js': '', 'a.js': '' }, entry: 'main.js', args: [], env: {}, strips: {} },
    { pool, builtins, strip: async () => undefined, sharedMemory },
    {
      output(events: readonly OutputEvent[]) {
        for (const event of events) if (event.type === 'output') printed += event.text;
        queueMicrotask(() => run.taken());
        if (/SENT \d+/.test(printed)) run.kill('SIGKILL');
      },
      exit: (outcome) => told(outcome),
    },
  );
  run.start();
  expect(await over).toEqual({ type: 'exited', code: 137 });
  expect(Number(/SENT (\d+)/.exec(printed)?.[1])).toBeGreaterThan(5000);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(asked);
});
