/** Every exercise: what is given fails its check, the solution passes, and a check that lets everything pass is found out. */
import { describe, expect, it } from 'vitest';
import { readTestReport } from '../../src/sandbox/test-report.ts';
import { runOnNode } from '../quiz/run-on-node.ts';
import { exercisesOf } from './exercises.ts';
import { course, files } from './real-course.ts';

const exercises = exercisesOf(files);
const outcomes = (stdout: string) =>
  readTestReport(stdout)?.checks.map(({ outcome }) => outcome) ?? [];

it('are all those that the course has', () => {
  const named = course.lessons
    .flatMap(({ experiments }) => experiments)
    .filter(({ exercise }) => exercise !== undefined)
    .map(({ name }) => name);
  expect(exercises.map(({ name }) => name).sort()).toEqual(named.sort());
  expect(named).not.toEqual([]);
});

describe.each(exercises)('$name', ({ start, solved }) => {
  it('is not solved by what is given', { timeout: 60_000 }, async () => {
    const { stdout, exitCode } = await runOnNode(start);
    expect(exitCode).toBe(1);
    expect(outcomes(stdout)).toContain('failed');
  });

  it('is solved by its solution', { timeout: 60_000 }, async () => {
    const { stdout, stderr, exitCode } = await runOnNode(solved);
    expect(stderr).toBe('');
    expect(new Set(outcomes(stdout))).toEqual(new Set(['passed']));
    expect(exitCode).toBe(0);
  });
});
