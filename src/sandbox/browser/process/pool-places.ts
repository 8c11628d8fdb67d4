/**
 * The pool of threads that Node has beside its loop (libuv's): asynchronous file calls and derived keys go through it,
 * four at a time or as many as UV_THREADPOOL_SIZE says. Here every thread of a program has one.
 */
import { thread } from './thread.ts';

const DEFAULT_PLACES = 4;
const MAX_PLACES = 16;

let free: number | undefined;
const waiting: (() => void)[] = [];

/** Runs something when there is a place in the pool; it has the place until its promise is settled. */
export function inPlace<Value>(run: () => Promise<Value>): Promise<Value> {
  free ??= places();
  return new Promise((resolve) => {
    const begin = () => {
      const running = run();
      running.then(giveBack, giveBack);
      resolve(running);
    };
    if (free === 0) waiting.push(begin);
    else {
      free = Number(free) - 1;
      begin();
    }
  });
}

function giveBack(): void {
  const next = waiting.shift();
  if (next) next();
  else free = Number(free) + 1;
}

function places(): number {
  const wanted = Number(thread().env['UV_THREADPOOL_SIZE'] ?? DEFAULT_PLACES);
  return Math.min(MAX_PLACES, Math.max(1, Math.trunc(wanted) || 1));
}
