// Three slow views, all `async`. While each of them computes,
// one other user is waiting. Who lets that user in?
import { setImmediate as nextTurn } from 'node:timers/promises';

const PIECES = 10;
const PIECE_MS = 10;

async function withoutAwait(): Promise<void> {
  for (let piece = 0; piece < PIECES; piece++) {
    compute('slow view', PIECE_MS);
  }
}

async function awaitingNothing(): Promise<void> {
  for (let piece = 0; piece < PIECES; piece++) {
    compute('slow view', PIECE_MS);
    await null; // goes on at once, before the loop can turn
  }
}

async function lettingTheLoopTurn(): Promise<void> {
  for (let piece = 0; piece < PIECES; piece++) {
    compute('slow view', PIECE_MS);
    await nextTurn(); // goes on in the next turn
  }
}

let letIn = 0;
for (const slowView of [withoutAwait, awaitingNothing, lettingTheLoopTurn]) {
  performance.mark(slowView.name);
  let answered = false;
  const otherUser = new Promise<void>((done) => {
    setTimeout(() => {
      compute('other user', 2);
      answered = true;
      done();
    }, PIECE_MS);
  });
  await slowView();
  console.log(`${slowView.name}: the other user was ${answered ? 'let in' : 'kept waiting'}`);
  if (answered) letIn++;
  await otherUser;
}
performance.mark('result', { detail: { letIn } });

/** Keeps the thread busy. */
function compute(name: string, ms: number): void {
  const start = performance.now();
  while (performance.now() < start + ms);
  performance.measure(name, { start });
}
