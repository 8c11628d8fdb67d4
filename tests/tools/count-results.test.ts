import { expect, test } from 'vitest';
import { countResults } from '../../tools/count-results.ts';

const file = (status: 'passed' | 'failed', ...statuses: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
});

test.for([
  ['tests that passed and failed', true, [file('passed', 'passed', 'passed')], 2, 0],
  ['a test that failed', false, [file('failed', 'passed', 'failed', 'failed')], 1, 2],
  ['a file that could not be loaded', false, [file('failed')], 0, 1],
  ['an error outside of all tests', false, [file('passed', 'passed')], 1, 1],
] as const)('counts %s', ([_, success, testResults, passed, failed]) => {
  expect(countResults({ success, testResults })).toEqual({ passed, failed, skipped: [] });
});

test('names what was skipped', () => {
  const report = { success: true, testResults: [file('passed', 'passed', 'skipped', 'todo')] };
  expect(countResults(report)).toEqual({
    passed: 1,
    failed: 0,
    skipped: ['a.test.ts: test 1', 'a.test.ts: test 2'],
  });
});
