/**
 * Sums the results of several runs: `node tools/count-results.ts <folder>`, with Vitest's JSON report of each run as
 * `<run>.json` and an empty `<run>.failed` for each run that ended with an error.
 * Tells each skipped test, then prints the one line `N passed, N failed`; ends with 1 if anything failed.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** The results of a run, as Vitest writes them with `--reporter=json`, and of those what is used here. */
export interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

export function countResults(report: Report): Counts {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const { name, status, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed').length;
    passed += assertionResults.filter((test) => test.status === 'passed').length;
    // A file that could not even be loaded has no tests to fail.
    failed += status === 'failed' ? Math.max(failures, 1) : failures;
    for (const test of assertionResults) {
      if (test.status !== 'passed' && test.status !== 'failed')
        skipped.push(`${name}: ${test.fullName}`);
    }
  }
  // An error outside of all tests fails the run as well.
  return { passed, failed: report.success ? failed : Math.max(failed, 1), skipped };
}

if (import.meta.main) {
  const folder = process.argv[2] ?? '.';
  const failures = new Map(
    globSync('*.failed', { cwd: folder }).map((file) => [basename(file, '.failed'), 1]),
  );
  let passed = 0;
  for (const file of globSync('*.json', { cwd: folder })) {
    const counts = countResults(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    passed += counts.passed;
    const run = basename(file, '.json');
    failures.set(run, Math.max(counts.failed, failures.get(run) ?? 0));
    for (const test of counts.skipped) console.log(`skipped: ${relative('.', test)}`);
  }
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
