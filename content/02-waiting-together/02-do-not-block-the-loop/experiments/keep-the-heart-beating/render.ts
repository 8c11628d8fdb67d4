// A library that turns an order into a PDF. Not yours to change.
import { threadId } from 'node:worker_threads';

export interface Pdf {
  order: number;
  pages: number;
  madeOnThread: number;
}

/** One call, about 60 ms, and no place to cut. */
export function render(order: number): Pdf {
  const end = performance.now() + 60;
  while (performance.now() < end);
  return { order, pages: 3, madeOnThread: threadId };
}
