import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { quizFile } from '../../src/quiz/quiz-file.ts';
import { chooseYaml, predictYaml } from './questions.ts';

const read = (yaml: string) => quizFile.safeParse(parse(yaml));
const complaints = (yaml: string) =>
  read(yaml).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('a file of both kinds is read, with defaults filled in', () => {
  const { questions } = quizFile.parse({
    questions: [...parse(chooseYaml).questions, ...parse(predictYaml).questions],
  });
  expect(questions.map(({ kind }) => kind)).toEqual(['choose-one', 'predict-output']);
  expect(questions[0]).toMatchObject({ shuffle: true, language: 'ts' });
  expect(questions[1]).toMatchObject({ program: { exitCode: 0 } });
});

test.each([
  ['an unknown kind', chooseYaml.replace('choose-one', 'choose-none'), /kind: .*discriminator/],
  ['a misspelt field', chooseYaml.replace('prompt:', 'promt:'), /Unrecognized key: "promt"/],
  ['no right option', chooseYaml.replace('correct: true', 'correct: false'), /exactly one option/],
  ['a paragraph without a place', chooseYaml.replaceAll('#a-place', ''), /read: lesson#anchor/],
  ['a tag with capitals', chooseYaml.replace('only-that-user', 'OnlyThat'), /misconceptions.yaml/],
  ['an entry that is no file', predictYaml.replace('entry: main.ts', 'entry: x.ts'), /one of `fi/],
  [
    'a slip that is an answer but for white space',
    predictYaml.replace(
      '- output: |\n          tick\n          done',
      '- output: "done  \\n\\n tick"',
    ),
    /differ by more than white space/,
  ],
])('%s is named', (_, yaml, complaint) => {
  expect(complaints(yaml)?.join('\n')).toMatch(complaint);
});
