/** Questions for the tests, as they come out of a quiz.yaml. */
import type { ChooseMany } from '../../src/quiz/choose-many.ts';
import type { ChooseOne } from '../../src/quiz/choose-one.ts';
import type { EstimateNumber } from '../../src/quiz/estimate-number.ts';
import type { FixCode } from '../../src/quiz/fix-code.ts';
import type { OrderEvents } from '../../src/quiz/order-events.ts';
import type { PredictOutput } from '../../src/quiz/predict-output.ts';
import type { WhichLine } from '../../src/quiz/which-line.ts';

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

const program = (text: string) => ({ entry: 'main.ts', files: { 'main.ts': text }, exitCode: 0 });

export const chooseManyQuestion: ChooseMany = {
  id: 'what-can-it-print',
  revision: 1,
  kind: 'choose-many',
  prompt: 'Which of these can the program print?',
  program: program(`const order = Math.random() < 0.5 ? ['a', 'b'] : ['b', 'a'];
console.log(order.join(' then '));
`),
  language: 'ts',
  shuffle: false,
  options: [
    {
      text: 'a then b',
      correct: true,
      prints: 'a then b',
      explanation: 'The coin falls on this side about every second time.',
      read: 'the-slow-view#a-place',
    },
    {
      text: 'b then a',
      correct: true,
      prints: 'b then a',
      explanation: 'And on this side the other times.',
      read: 'the-slow-view#a-place',
    },
    {
      text: 'a then a',
      correct: false,
      prints: 'a then a',
      explanation: 'Each name is in the list once.',
      read: 'the-slow-view#another-place',
      misconception: 'async-means-parallel',
    },
  ],
};

export const orderEventsQuestion: OrderEvents = {
  id: 'what-runs-first',
  revision: 1,
  kind: 'order-events',
  prompt: 'In which order does this program print its lines?',
  program: program(`setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('promise'));
console.log('script');
`),
  language: 'ts',
  events: [
    { id: 'script', text: 'the script', prints: 'script' },
    { id: 'promise', text: 'the promise', prints: 'promise' },
    { id: 'timer', text: 'the timer', prints: 'timer' },
  ],
  orders: [],
  explanation:
    'The script runs to its end, then the callbacks of promises, then it is the turn of the loop.',
  read: 'the-slow-view#a-place',
  slips: [
    {
      earlier: 'timer',
      later: 'promise',
      explanation: 'The timer is due at once, but the loop is not free yet.',
      misconception: 'a-timer-interrupts',
    },
  ],
  otherwise: 'Ask at each line whether it runs now or is noted down for later.',
};

export const whichLineQuestion: WhichLine = {
  id: 'which-line-blocks',
  revision: 1,
  kind: 'which-line',
  prompt: 'The timer comes late. Which line is to blame?',
  program: program(`const end = Date.now() + 20;
let isOver = false;
setTimeout(() => console.log(isOver ? 'late' : 'in time'), 0);

while (Date.now() < end);
isOver = true;
`),
  language: 'ts',
  lines: [
    {
      line: 'while (Date.now() < end);',
      correct: true,
      explanation: 'Until it has come to its end nothing else can run on this thread.',
      read: 'the-slow-view#a-place',
    },
    {
      line: 'const end = Date.now() + 20;',
      correct: false,
      explanation: 'This only looks at the clock.',
      read: 'the-slow-view#another-place',
      misconception: 'only-that-user-waits',
    },
  ],
  otherwise: 'Ask of each line how long the thread stays in it.',
  read: 'the-slow-view#a-place',
  proof: {
    with: 'await new Promise((resolve) => setTimeout(resolve, 30));',
    before: 'late',
    after: 'in time',
  },
};

export const estimateNumberQuestion: EstimateNumber = {
  id: 'how-many-ticks',
  revision: 1,
  kind: 'estimate-number',
  prompt: 'How many of 10 ticks come while the loop runs?',
  program: program(
    'let ticks = 0;\nfor (let n = 0; n < 10; n++) setTimeout(() => ticks++, 0);\nconsole.log(ticks);\n',
  ),
  answer: 0,
  tolerance: 0.5,
  unit: 'ticks',
  explanation:
    'A tick needs the loop, and the loop is not free before the program has come to its end.',
  read: 'the-slow-view#a-place',
  slips: [
    {
      from: 9,
      to: 10,
      explanation: 'That would be so if a timer could interrupt.',
      misconception: 'a-timer-interrupts',
    },
  ],
  otherwise: 'Ask when the first tick could be called at all.',
};

export const fixCodeQuestion: FixCode = {
  id: 'give-the-others-a-turn',
  revision: 1,
  kind: 'fix-code',
  prompt: 'Change the report so that other users are served in between.',
  exercise: 'give-turns',
  explanation: 'The loop has a turn where the function waits for something that comes through it.',
  otherwise: 'Look at the checks that do not hold yet.',
  read: 'the-slow-view#a-place',
};

/** One of each kind, in the order of the table. */
export const examples = [
  chooseOneQuestion,
  chooseManyQuestion,
  predictOutputQuestion,
  orderEventsQuestion,
  whichLineQuestion,
  estimateNumberQuestion,
  fixCodeQuestion,
] as const;
