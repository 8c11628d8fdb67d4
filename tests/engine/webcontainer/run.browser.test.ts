/** What the adapter does besides what the contract asks of every engine. */
import { afterEach, describe, expect, test } from 'vitest';
import { follow } from '../../sandbox/follow-run.ts';
import { engineWith } from './stand-in.ts';

const run = (engine: ReturnType<typeof engineWith>, files: Record<string, string>) =>
  follow(engine, { files, entry: 'main.ts' }, 20_000);

describe.runIf(engineWith('well').support().ok)('a run in a container', () => {
  afterEach(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));

  test('is traced, and the trace is not in its output', async () => {
    const traced = run(engineWith('well'), {
      'main.ts': "performance.mark('half', { detail: { n: 1 } }); console.log('printed');",
    });
    expect(await traced.outcome).toEqual({ type: 'exited', code: 0 });
    expect(traced.stdout()).toBe('printed\n');
    expect(traced.trace).toContainEqual(
      expect.objectContaining({ type: 'mark', name: 'half', detail: { n: 1 } }),
    );
  });

  test('on a Node.js that does not take types out gets files without them', async () => {
    const engine = engineWith('old-node');
    const typed = run(engine, {
      'main.ts':
        "import { twice } from './twice.ts';\nconst four: number = twice(2);\nconsole.log(four, process.features.typescript);\nthrow new Error('here');",
      'twice.ts': 'export const twice = (n: number): number => n * 2;',
    });
    expect(await typed.outcome).toEqual({ type: 'exited', code: 1 });
    expect(typed.stdout()).toMatch(/^4 false\n/);
    expect(typed.stdout()).toContain('main.ts:4');
    const faulty = run(engine, { 'main.ts': 'enum Colour { Red }\nconsole.log(Colour.Red);' });
    expect(await faulty.outcome).toEqual({ type: 'exited', code: 1 });
    expect(faulty.stdout()).toContain('TypeScript enum is not supported in strip-only mode');
  });

  test('finds nothing of the run before', async () => {
    const engine = engineWith('well');
    await run(engine, {
      'main.ts': "import fs from 'node:fs'; fs.mkdirSync('left/behind', { recursive: true });",
      'other.ts': '',
    }).outcome;
    const next = run(engine, {
      'main.ts': "import fs from 'node:fs'; console.log(fs.readdirSync('.').join());",
    });
    await next.outcome;
    expect(next.stdout()).toBe('main.ts,node_modules,package.json\n');
  });

  test('leaves another one alone that runs at the same time', async () => {
    const engine = engineWith('well');
    const first = run(engine, {
      'main.ts':
        "console.log('waits'); process.stdin.once('data', async () => { console.log((await import('./part.ts')).part); process.exit(); });",
      'part.ts': "export const part = 'first';",
    });
    await first.printed('waits');
    const second = run(engine, {
      'main.ts': "import { part } from './part.ts'; console.log(part);",
      'part.ts': "export const part = 'second';",
    });
    expect(await second.outcome).toEqual({ type: 'exited', code: 0 });
    expect(second.stdout()).toBe('second\n');
    first.write('go on\n');
    expect(await first.outcome).toEqual({ type: 'exited', code: 0 });
    expect(first.stdout()).toBe('waits\nfirst\n');
  });

  test('hears that its terminal has another size', async () => {
    const hears = run(engineWith('well'), {
      'main.ts':
        "const waits = setTimeout(() => {}, 10_000); process.on('SIGWINCH', () => { console.log('another size'); clearTimeout(waits); }); console.log('listens');",
    });
    await hears.printed('listens');
    hears.resize({ columns: 40, rows: 12 });
    expect(await hears.outcome).toEqual({ type: 'exited', code: 0 });
    expect(hears.stdout()).toBe('listens\nanother size\n');
  });

  test('hears the end of its input in the middle of a line', async () => {
    const reads = run(engineWith('well'), {
      'main.ts':
        "import { text } from 'node:stream/consumers'; console.log('reads'); console.log(JSON.stringify(await text(process.stdin)));",
    });
    await reads.printed('reads');
    reads.write('half a line\u0004');
    expect(await reads.outcome).toEqual({ type: 'exited', code: 0 });
    expect(reads.stdout()).toBe('reads\n"half a line"\n');
  });
});
