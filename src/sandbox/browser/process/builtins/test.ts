/** node:test. Prints what Node's own reporter `spec` prints. */
import { checkFunction, checkString } from '../argument-checks.ts';
import { absent } from '../node-error.ts';
import { callerPlace } from './test-runner/caller-place.ts';
import { currentTest } from './test-runner/current-test.ts';
import { theHarness } from './test-runner/harness.ts';
import type { HookKind, HookOptions } from './test-runner/hook.ts';
import { MockTracker } from './test-runner/mock-tracker.ts';
import { Suite } from './test-runner/suite.ts';
import { Test } from './test-runner/test.ts';
import { registeredAssertions } from './test-runner/test-context.ts';
import type { TestOptions } from './test-runner/test-options.ts';

type Declare = (...args: unknown[]) => Promise<void>;

function declared(
  Kind: typeof Test,
  args: readonly unknown[],
  overrides: TestOptions,
): Promise<void> {
  const place = callerPlace();
  const parent = currentTest() ?? theHarness().root;
  const made = parent.add(Kind, args, overrides, place);
  return parent instanceof Suite ? Promise.resolve() : theHarness().start(made);
}

function declaring(name: string, Kind: typeof Test) {
  const declare = (overrides: TestOptions, as = name): Declare =>
    ({ [as]: (...args: unknown[]) => declared(Kind, args, overrides) })[as] as Declare;
  return Object.assign(declare({}), {
    expectFailure: declare({ expectFailure: true }, 'expectFailure'),
    skip: declare({ skip: true }, 'skip'),
    todo: declare({ todo: true }, 'todo'),
    only: declare({ only: true }, 'only'),
  });
}

function hook(kind: HookKind) {
  return (fn?: unknown, options?: HookOptions): void => {
    const place = callerPlace();
    (currentTest() ?? theHarness().root).addHook(kind, fn, options, place);
  };
}

export const test = declaring('test', Test);
export const it = test;
export const suite = declaring('suite', Suite as typeof Test);
export const describe = suite;
export const { skip, todo, only, expectFailure } = test;
export const before = hook('before');
export const after = hook('after');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const mock = new MockTracker();

/** Adds to the assertions of `t.assert`. */
export const assert = {
  register(name: unknown, assertion: unknown): void {
    checkString(name, 'name');
    checkFunction(assertion, 'fn');
    registeredAssertions.set(name, assertion);
  },
};

export function getTestContext(): unknown {
  return currentTest()?.context;
}

export function run(): never {
  throw absent('run() of node:test', 'it starts a process for each file of tests');
}

const noFiles = (): never => {
  throw absent('snapshot of node:test', 'its files would be gone with the run');
};
export const snapshot = {
  setDefaultSnapshotSerializers: noFiles,
  setResolveSnapshotPath: noFiles,
};

export default Object.assign(test, {
  test,
  it,
  suite,
  describe,
  before,
  after,
  beforeEach,
  afterEach,
  mock,
  assert,
  snapshot,
  run,
  getTestContext,
});
