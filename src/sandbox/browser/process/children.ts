/** The processes that this thread has started, by the handles under which the host reports on them. */
import type { OutputName, ProcessEnd } from '../wire/process-messages.ts';
import { enter } from './loop.ts';

export interface Child {
  /** Null at the end of the stream. */
  output(stream: OutputName, bytes: Uint8Array | null): void;
  ended(end: ProcessEnd): void;
  message(value: unknown): void;
  disconnected(): void;
  /** The last piece that was written to its input has been read. */
  inputTaken(): void;
}

const children = new Map<number, Child>();
let handles = 0;

export function addChild(child: Child): number {
  handles++;
  children.set(handles, child);
  return handles;
}

/** Nothing more will be reported on it. */
export function removeChild(handle: number): void {
  children.delete(handle);
}

/** Runs something for a child, if it is still of interest, as a callback of the program. */
export function forChild(handle: number, run: (child: Child) => void): void {
  const child = children.get(handle);
  if (child) enter(() => run(child));
}
