/** What `node:test` prints becomes data: the real Node's output, that of the engine's reporter, and text of any kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SpecReport } from '../../src/sandbox/browser/process/builtins/test-runner/spec-report.ts';
import type { TestResult } from '../../src/sandbox/browser/process/builtins/test-runner/test-events.ts';
import { readTestReport, type TestCheck } from '../../src/sandbox/test-report.ts';
import { cases } from '../engine/cases.ts';
import { runOnNode } from '../engine/run-on-node.ts';

const example = `printed by the program
▶ a queue
  ✔ begins empty (0.4ms)
  ✖ keeps the order (1.1ms)
✖ a queue (2.1ms)
﹣ is fast (0.1ms) # not on this machine
⚠ is short (0.2ms) # TODO
ℹ tests 4
ℹ suites 1
ℹ pass 1
ℹ fail 1
ℹ duration_ms 8.1

✖ failing tests:

test at check.ts:9:3
✖ keeps the order (1.1ms)
  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:
  
  1 !== 2
  
      at TestContext.<anonymous> (file:///home/lesson/check.ts:10:12) {
    code: 'ERR_ASSERTION'
  }

test at check.ts:20:1
⚠ is short (0.2ms) # TODO
  'too long'
`;

describe('a report', () => {
  test('gives each check with its outcome and what was wrong', () => {
    const report = readTestReport(example);
    expect(report?.isComplete).toBe(true);
    expect(report?.others).toEqual([]);
    expect(report?.checks).toMatchObject([
      { within: ['a queue'], name: 'begins empty', outcome: 'passed', durationMs: 0.4 },
      {
        within: ['a queue'],
        name: 'keeps the order',
        outcome: 'failed',
        failure: {
          message: 'Expected values to be strictly equal:\n\n1 !== 2',
          place: { file: 'check.ts', line: 9, column: 3 },
        },
      },
      { within: [], name: 'is fast', outcome: 'skipped', reason: 'not on this machine' },
      { within: [], name: 'is short', outcome: 'todo', failure: { message: 'too long' } },
    ]);
  });

  test('may come from a terminal', () => {
    const coloured = example
      .replace(/^( *)(✔.*)$/gm, '$1\x1b[32m$2\x1b[39m')
      .replaceAll('\n', '\r\n');
    expect(readTestReport(coloured)).toEqual(readTestReport(example));
  });

  test('is not complete when the program was ended before', () => {
    const report = readTestReport(example.slice(0, example.indexOf('ℹ tests')));
    expect(report?.isComplete).toBe(false);
    expect(report?.checks).toHaveLength(4);
  });

  test('is none where there are no tests', () => {
    expect(readTestReport('✔ done\nhello\n')).toBeUndefined();
  });
});

describe('real Node', () => {
  const programs = cases.filter(({ group }) => group === 'test-runner');
  test.for(programs)('$name is counted as Node counts it', { timeout: 30_000 }, async (given) => {
    const { stdout } = await runOnNode(given);
    const report = readTestReport(stdout);
    const count = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(stdout)?.[1]);
    const all = [...(report?.checks ?? []), ...(report?.others ?? [])];
    const counted = (outcome: TestCheck['outcome']) =>
      (report?.checks ?? []).filter((check) => check.outcome === outcome).length;
    expect(report?.isComplete).toBe(true);
    // A suite that is skipped whole looks like a test.
    expect(counted('skipped')).toBeGreaterThanOrEqual(count('skipped'));
    expect(counted('todo')).toBe(count('todo'));
    // Every failure that is explained at the end is found at its check.
    const explained = stdout.match(/^test at /gm)?.length ?? 0;
    expect(all.filter(({ failure }) => failure).length).toBe(explained);
  });
});

describe('any tests', () => {
  const words = fc.stringMatching(/^[a-zA-Z(][\w ,.'()-]{0,20}[a-z]$/);
  const reason = fc.option(fc.oneof(fc.constant(true as const), words), { nil: undefined });
  const leaf = fc.record({
    name: words,
    durationMs: fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 1e6),
    kind: fc.constantFrom('pass', 'fail', 'skip', 'todo', 'failing todo'),
    reason,
    message: words,
  });
  type Leaf = typeof leaf extends fc.Arbitrary<infer Value> ? Value : never;
  interface Suite {
    readonly name: string;
    readonly inside: readonly Tree[];
  }
  type Tree = Leaf | Suite;
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.record({ name: words, inside: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }) }),
    ),
  }));

  test('are read as they were reported, whatever else is printed', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), words, (trees, noise) => {
        const spec = new SpecReport({
          folder: '/home/lesson/',
          show: (error) => `Error: ${error}`,
        });
        const wanted: Pick<TestCheck, 'within' | 'name' | 'outcome'>[] = [];
        let text = `${noise}\n`;
        const tell = (tree: Tree, within: readonly string[]): boolean => {
          const nesting = within.length;
          text += spec.take({ type: 'start', name: tree.name, nesting });
          if ('inside' in tree) {
            const passed = tree.inside.map((part) => tell(part, [...within, tree.name]));
            const allPassed = passed.every(Boolean);
            const test: TestResult = {
              name: tree.name,
              nesting,
              durationMs: 1,
              ...(!allPassed && { failure: { type: 'subtestsFailed', error: 'subtests failed' } }),
            };
            text += spec.take({ type: allPassed ? 'pass' : 'fail', test });
            return allPassed;
          }
          const { kind, name, durationMs, message } = tree;
          const fails = kind === 'fail' || kind === 'failing todo';
          const why = tree.reason ?? true;
          const test: TestResult = {
            name,
            nesting,
            durationMs,
            place: { file: '/home/lesson/check.ts', line: 3, column: 1 },
            ...(kind === 'skip' && { skip: why }),
            ...(kind.endsWith('todo') && { todo: why }),
            ...(fails && { failure: { type: 'testCodeFailure', error: message } }),
          };
          text += spec.take({ type: fails ? 'fail' : 'pass', test });
          const outcomes = { pass: 'passed', fail: 'failed', skip: 'skipped' } as const;
          const outcome = kind.endsWith('todo') ? 'todo' : outcomes[kind as keyof typeof outcomes];
          wanted.push({
            within,
            name,
            outcome,
            ...(fails && { failure: { message, place: { file: 'check.ts', line: 3, column: 1 } } }),
          });
          return kind !== 'fail';
        };
        for (const part of trees) tell(part, []);
        text += spec.take({ type: 'end' });
        expect(readTestReport(text)?.checks).toMatchObject(wanted);
      }),
    );
  });

  test('of no kind break it', () => {
    const text = fc.uint8Array().map((bytes) => new TextDecoder().decode(bytes));
    fc.assert(fc.property(text, (each) => void readTestReport(each)));
  });
});
