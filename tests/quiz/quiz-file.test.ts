import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { quizFile } from '../../src/quiz/quiz-file.ts';
import { chooseOneQuestion, predictOutputQuestion } from './questions.ts';

const chooseYaml = `
questions:
  - id: who-waits-on-one-loop
    revision: 1
    kind: choose-one
    prompt: A view computes for 600 ms on the only thread. Who waits?
    code: |
      app.get('/slow', () => compute(600));
    options:
      - text: Everybody whose request came after it.
        correct: true
        explanation: The thread runs one callback to its end before it begins the next.
        read: the-slow-view#a-place
      - text: Only the user who asked for it.
        explanation: The thread is the only one, so the other requests are not even begun.
        read: the-slow-view#a-place
        misconception: only-that-user-waits
      - text: Nobody, because \`await\` lets the others go on.
        explanation: Nothing is awaited here. The view computes.
        read: the-slow-view#another-place
        misconception: async-means-parallel
`;

const predictYaml = `
questions:
  - id: how-many-beats
    revision: 1
    kind: predict-output
    prompt: What does this program print?
    program:
      entry: main.ts
      files:
        main.ts: |
          setTimeout(() => console.log('tick'), 0);
          for (let i = 0; i < 1e6; i++);
          console.log('done');
    answers:
      - |
        done
        tick
    explanation: The timer is due at once, but the loop calls it only when the program has returned.
    read: the-slow-view#a-place
    slips:
      - output: |
          tick
          done
        explanation: A delay of 0 asks for "as soon as the loop is free", and it is not.
        misconception: a-timer-interrupts
    otherwise: Read it from top to bottom, and ask at each line who runs now.
`;

const read = (yaml: string) => quizFile.safeParse(parse(yaml));
const complaints = (yaml: string) =>
  read(yaml).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('a file of both kinds is read, with defaults filled in', () => {
  const { questions } = quizFile.parse({
    questions: [...parse(chooseYaml).questions, ...parse(predictYaml).questions],
  });
  expect(questions).toEqual([chooseOneQuestion, predictOutputQuestion]);
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
