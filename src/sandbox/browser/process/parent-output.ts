/**
 * What a thread prints goes through the loop of the thread that started it, as on Node. There it waits until that loop
 * turns, so it is kept within a bound: a thread that is far ahead waits.
 */
import type { OutputRecord } from '../wire/thread-messages.ts';
import { tellParent } from './parent-channel.ts';
import { thread } from './thread.ts';
import { turnBudget } from './turn-budget.ts';

type Stream = OutputRecord['stream'];

/** Enough for a parent that blocks for a while: a thread that it waits for should seldom have to wait for it. */
const MAX_WAITING_CHARACTERS = 1024 * 1024;
const LEFT_OUT = '\n(The thread prints faster than can be shown; the rest is left out.)\n';

const { add, load, notify, sub, wait } = Atomics;

/** What the parent has not printed yet, in characters: shared with it, where there is shared memory. */
let waiting: Int32Array<SharedArrayBuffer> | undefined;

/** To be called before the thread prints. Gives what its parent needs. */
export function shareWaiting(): SharedArrayBuffer | undefined {
  if (!thread().shared) return undefined;
  waiting = new Int32Array(new SharedArrayBuffer(4));
  return waiting.buffer;
}

/** For the parent: that much of what a thread has printed is through. */
export function printedForChild(shared: SharedArrayBuffer | undefined, characters: number): void {
  if (!shared) return;
  const counter = new Int32Array(shared);
  sub(counter, 0, characters);
  notify(counter, 0);
}

export function printThroughParent(stream: Stream, text: string): void {
  if (waiting) {
    for (let now = load(waiting, 0); now > MAX_WAITING_CHARACTERS; now = load(waiting, 0)) {
      wait(waiting, 0, now, 1000);
    }
    add(waiting, 0, text.length);
    tellParent({ type: 'output', stream, text });
  } else printWithinTurn(stream, text);
}

const fitOf = turnBudget(MAX_WAITING_CHARACTERS);

/** Without shared memory nothing can make a thread wait: what it prints in one go beyond the bound is left out. */
function printWithinTurn(stream: Stream, text: string): void {
  const fit = fitOf(text.length);
  if (fit === 'is left out') return;
  tellParent({ type: 'output', stream, text });
  if (fit === 'ends here') tellParent({ type: 'output', stream, text: LEFT_OUT });
}
