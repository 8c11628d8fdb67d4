/** The key of a question about behaviour is executed: it is what programs do, or the question is wrong. */
import { describe, expect, it } from 'vitest';
import { diagnosticsText } from '../../src/course/diagnostic.ts';
import { kindOf } from '../../src/quiz/kinds.ts';
import { questions } from './real-course.ts';
import { runProgram } from './run-on-node.ts';

/** Of all runs that a question of several outcomes may need. */
const LIMIT_MS = 120_000;

const executed = questions.filter((question) => kindOf(question).verify);

describe('questions', () => {
  it('have ids that tell them apart', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it.each(executed)(
    '$id: the key is what the program prints',
    { timeout: LIMIT_MS },
    async (question) => {
      const place = { file: question.id, line: 1, column: 1 };
      const wrong = await kindOf(question).verify?.(question, runProgram, place);
      expect(diagnosticsText(wrong ?? [])).toBe('0 mistakes in the content');
    },
  );
});
