/**
 * The test that code belongs to while it runs. Node follows it through every await; a browser cannot, so it is known
 * until the first one. What is declared later belongs to the file; or to the one suite whose function is not over yet.
 */
import type { Test } from './test.ts';

let current: Test | undefined;
const awaiting = new Set<Test>();

export function currentTest(): Test | undefined {
  if (current || awaiting.size !== 1) return current;
  return [...awaiting][0];
}

export function insideOf<Result>(test: Test, run: () => Result): Result {
  const before = current;
  current = test;
  try {
    return run();
  } finally {
    current = before;
  }
}

/** For a suite whose function awaits something: the file's own text has run as far as it goes by the next microtask. */
export async function buildInside(suite: Test, build: () => unknown): Promise<void> {
  let isBuilding = true;
  // Before the function: this has to come before what follows its first await.
  queueMicrotask(() => {
    if (isBuilding) awaiting.add(suite);
  });
  try {
    const built = insideOf(suite, build);
    if (built instanceof Promise) await built;
  } finally {
    isBuilding = false;
    awaiting.delete(suite);
  }
}
