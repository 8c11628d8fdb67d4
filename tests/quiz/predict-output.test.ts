import { describe, expect, test } from 'vitest';
import { predictOutput } from '../../src/quiz/predict-output.ts';
import type { RunProgram } from '../../src/quiz/types.ts';
import { predictOutputQuestion as question } from './questions.ts';
import { runOnNode } from './run-on-node.ts';

describe('grading', () => {
  test.each([
    ['as printed', 'done\ntick\n'],
    ['with Windows line ends and no last one', 'done\r\ntick'],
    ['with white space around', '\n  done  \n\n\ttick\n\n'],
  ])('forgives white space: %s', (_, answer) => {
    expect(predictOutput.grade(question, answer)).toEqual({
      correct: true,
      explain: ['answer-0'],
    });
  });

  test('a known slip has its own explanation', () => {
    const grade = predictOutput.grade(question, 'tick\ndone');
    expect(grade).toMatchObject({ correct: false, explain: ['slip-0'] });
  });

  test('any other answer has the general one, and shows how it differs', () => {
    const grade = predictOutput.grade(question, 'finished\ntick');
    expect(grade).toEqual({
      correct: false,
      explain: ['otherwise'],
      difference: [
        { type: 'changed', expected: 'done', given: 'finished' },
        { type: 'same', expected: 'tick', given: 'tick' },
      ],
    });
  });

  test('is right where only capital and small letters differ, and tells which', () => {
    expect(predictOutput.grade(question, 'Done\ntick')).toEqual({
      correct: true,
      explain: ['answer-0'],
      note: 'Only capital and small letters are not as the program prints them.',
      difference: [
        { type: 'changed', expected: 'done', given: 'Done' },
        { type: 'same', expected: 'tick', given: 'tick' },
      ],
    });
    expect(predictOutput.grade(question, 'Tick\ndone')).toMatchObject({
      correct: false,
      explain: ['slip-0'],
    });
  });

  test('takes letters seriously where a slip is about them', () => {
    const slip = { output: 'DONE\ntick', explanation: 'It does not shout.' };
    expect(predictOutput.grade({ ...question, slips: [slip] }, 'DONE\ntick')).toMatchObject({
      correct: false,
      explain: ['slip-0'],
    });
  });

  test('of several possible outputs each is right, and a miss is compared with the nearest', () => {
    const several = { ...question, answers: ['a\nb\nc\n', 'c\nb\na\n'] };
    expect(predictOutput.grade(several, 'c b a').correct).toBe(false);
    expect(predictOutput.grade(several, 'c\nb\na')).toMatchObject({ explain: ['answer-1'] });
    expect(predictOutput.grade(several, 'c\nb')).toMatchObject({
      difference: [
        { type: 'same', expected: 'c', given: 'c' },
        { type: 'same', expected: 'b', given: 'b' },
        { type: 'missing', expected: 'a' },
      ],
    });
  });

  test('an empty prediction is no answer', () => {
    const form = new FormData();
    form.set('prediction', ' \n ');
    expect(predictOutput.parseAnswer(form)).toBeUndefined();
  });
});

describe('the key is executed', () => {
  const place = { file: 'content/quiz.yaml', line: 7, column: 5 };
  const read = 'src/quiz/predict-output.ts';
  /** Prints the outputs one after the other, from the first again after the last. */
  const printing = (...outputs: string[]): RunProgram => {
    let runs = 0;
    return async () => ({
      stdout: outputs[runs++ % outputs.length] ?? '',
      stderr: '',
      exitCode: 0,
    });
  };

  test('by Node.js itself', async () => {
    expect(await predictOutput.verify(question, runOnNode, place)).toEqual([]);
  });

  test('what is printed must be one of the answers, to the letter', async () => {
    const diagnostics = await predictOutput.verify(question, printing('done\n tick\n'), place);
    expect(diagnostics).toEqual([
      { ...place, expected: '"done\\ntick"', found: '"done\\n tick"', read },
    ]);
  });

  test('each of several answers must be seen', async () => {
    const two = { ...question, answers: ['a\n', 'b\n'] };
    expect(await predictOutput.verify(two, printing('a\n', 'a\n', 'a\n', 'b\n'), place)).toEqual(
      [],
    );
    expect(await predictOutput.verify(two, printing('a\n'), place)).toEqual([
      { ...place, expected: 'in one of 100 runs: "b"', found: 'never printed', read },
    ]);
  });

  test('a program that fails needs to say so', async () => {
    const failing: RunProgram = async () => ({ stdout: 'done\ntick\n', stderr: '', exitCode: 1 });
    expect(await predictOutput.verify(question, failing, place)).toEqual([
      { ...place, expected: 'exit code 0', found: 'exit code 1', read },
    ]);
    const expected = { ...question, program: { ...question.program, exitCode: 1 } };
    expect(await predictOutput.verify(expected, failing, place)).toEqual([]);
  });
});
