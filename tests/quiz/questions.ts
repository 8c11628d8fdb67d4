/** Questions for the tests, as an author writes them. */
import { parse } from 'yaml';
import type { ChooseOne } from '../../src/quiz/choose-one.ts';
import type { PredictOutput } from '../../src/quiz/predict-output.ts';
import { quizFile } from '../../src/quiz/quiz-file.ts';

export const chooseYaml = `
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

export const predictYaml = `
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

const [first] = quizFile.parse(parse(chooseYaml)).questions;
const [second] = quizFile.parse(parse(predictYaml)).questions;
if (first?.kind !== 'choose-one' || second?.kind !== 'predict-output')
  throw new Error('The questions of the tests are not of the kinds that they should be');

export const chooseOneQuestion: ChooseOne = first;
export const predictOutputQuestion: PredictOutput = second;
