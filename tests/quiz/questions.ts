/** Questions for the tests, as they come out of a quiz.yaml. */
import type { ChooseOne } from '../../src/quiz/choose-one.ts';
import type { PredictOutput } from '../../src/quiz/predict-output.ts';

export const chooseOneQuestion: ChooseOne = {
  id: 'who-waits-on-one-loop',
  revision: 1,
  kind: 'choose-one',
  prompt: 'A view computes for 600 ms on the only thread. Who waits?',
  code: "app.get('/slow', () => compute(600));\n",
  language: 'ts',
  shuffle: true,
  options: [
    {
      text: 'Everybody whose request came after it.',
      correct: true,
      explanation: 'The thread runs one callback to its end before it begins the next.',
      read: 'the-slow-view#a-place',
    },
    {
      text: 'Only the user who asked for it.',
      correct: false,
      explanation: 'The thread is the only one, so the other requests are not even begun.',
      read: 'the-slow-view#a-place',
      misconception: 'only-that-user-waits',
    },
    {
      text: 'Nobody, because `await` lets the others go on.',
      correct: false,
      explanation: 'Nothing is awaited here. The view computes.',
      read: 'the-slow-view#another-place',
      misconception: 'async-means-parallel',
    },
  ],
};

export const predictOutputQuestion: PredictOutput = {
  id: 'how-many-beats',
  revision: 1,
  kind: 'predict-output',
  prompt: 'What does this program print?',
  program: {
    entry: 'main.ts',
    files: {
      'main.ts': `setTimeout(() => console.log('tick'), 0);
for (let i = 0; i < 1e6; i++);
console.log('done');
`,
    },
    exitCode: 0,
  },
  answers: ['done\ntick\n'],
  explanation:
    'The timer is due at once, but the loop calls it only when the program has returned.',
  read: 'the-slow-view#a-place',
  slips: [
    {
      output: 'tick\ndone\n',
      explanation: 'A delay of 0 asks for "as soon as the loop is free", and it is not.',
      misconception: 'a-timer-interrupts',
    },
  ],
  otherwise: 'Read it from top to bottom, and ask at each line who runs now.',
};
