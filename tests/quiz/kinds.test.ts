import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { kindOf, kinds, type Question } from '../../src/quiz/kinds.ts';
import { misconceptionsFile, quizFile } from '../../src/quiz/quiz-file.ts';
import { examples as everyKind } from './questions.ts';
import { runOnNode } from './run-on-node.ts';

const examples: readonly Question[] = everyKind;

test('every kind has an example in the tests', () => {
  expect(examples.map(({ kind }) => kind)).toEqual(kinds.map(({ kind }) => kind));
});

test.each(examples)(
  '$kind explains every answer, and no right one is a misconception',
  (question) => {
    const explanations = kindOf(question).explanations(question);
    const keys = explanations.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(explanations.some(({ right }) => right)).toBe(true);
    expect(explanations.some(({ right }) => !right)).toBe(true);
    for (const { right, misconception } of explanations)
      if (right) expect(misconception).toBeUndefined();
  },
);

test.each(examples)('$kind explains with what it has, whatever a form sends', (question) => {
  const kind = kindOf(question);
  const keys = kind.explanations(question).map(({ key }) => key);
  const names = kind.fields(question).map(({ name }) => name);
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.constantFrom('0', '1', '2', 'timer', 'script'),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      const form = new FormData();
      for (const name of names) for (const each of values) form.append(name, each);
      const answer = kind.parseAnswer(form);
      if (answer === undefined) return;
      const { explain, correct } = kind.grade(question, answer);
      // An option that does not exist has no words; everything else has.
      for (const key of explain) if (!/^\d+$/.test(key)) expect(keys).toContain(key);
      if (correct) expect(explain.length).toBeGreaterThan(0);
    }),
  );
});

test('grading code brings no zod into the page: only the file format has it', () => {
  const files = globSync('src/quiz/**/*.ts').filter((file) =>
    /^import (?!type ).*zod/m.test(readFileSync(file, 'utf8')),
  );
  expect(files).toEqual(['src/quiz/quiz-file.ts']);
});

/** The YAML in the comments of a source file. */
const examplesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^ \*(?: {5}.*)?\n)+/gm)]
    .map(([lines]) => lines.replaceAll(/^ \* {0,5}/gm, ''))
    .filter((yaml) => yaml.includes(':'));

test.each(kinds)(
  'the example in the comment of $kind is a question of that kind, and holds',
  async ({ kind }) => {
    const [example = ''] = examplesIn(`src/quiz/${kind}.ts`);
    const { questions } = quizFile.parse({ questions: parse(example) });
    expect(questions.map((question) => question.kind)).toEqual([kind]);
    for (const question of questions)
      expect(
        (await kindOf(question).verify?.(question, runOnNode, {
          file: kind,
          line: 1,
          column: 1,
        })) ?? [],
      ).toEqual([]);
  },
);

test('the example of misconceptions.yaml is one', () => {
  const example = examplesIn('src/quiz/quiz-file.ts').find((yaml) => yaml.includes('label:'));
  expect(misconceptionsFile.parse(parse(example ?? ''))).toHaveLength(1);
});
