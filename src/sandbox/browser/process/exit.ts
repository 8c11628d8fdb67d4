/** How a thread ends. */
import { nodeProcess } from './builtins/process.ts';
import { reportOf } from './error-report.ts';
import { enter, stopLoop } from './loop.ts';
import { closePorts } from './message-port.ts';
import { flushOutput, writeOut } from './output.ts';
import { tellParent } from './parent-channel.ts';
import { moduleAt, tellHost, thread } from './thread.ts';

const UNSETTLED = 13;
let exiting = false;
let settled = false;

/** The entry's top-level awaits are over. */
export function entrySettled(): void {
  settled = true;
}

/** Nothing is left to do. The program may find something more in its `beforeExit`, also after an `await` there. */
export function drained(again: boolean): void {
  if (!again && nodeProcess.listenerCount('beforeExit') > 0) {
    enter(() => nodeProcess.emit('beforeExit', Number(nodeProcess.exitCode ?? 0)));
    return;
  }
  if (settled) exitThread();
  warnUnsettled();
  exitThread(nodeProcess.exitCode === undefined ? UNSETTLED : undefined);
}

/** Ends the thread, never to return: neither `finally` blocks nor anything that was awaited runs after it. */
export function exitThread(code?: number): void {
  if (code !== undefined) nodeProcess.exitCode = code;
  // A listener of `exit` that exits itself is the last one.
  if (exiting) leave(Number(nodeProcess.exitCode ?? 0));
  exiting = true;
  let final = Number(nodeProcess.exitCode ?? 0);
  try {
    nodeProcess.emit('exit', final);
    final = Number(nodeProcess.exitCode ?? 0);
  } catch (error) {
    writeOut('stderr', `${reportOf(error, 'thrown')}\n`);
    final = 1;
  }
  leave(final);
}

/** As `exitThread`, but the program is not told. */
export function endSilently(code: number): void {
  exiting = true;
  leave(code);
}

let left = false;

function leave(final: number): never {
  if (left) halt();
  left = true;
  flushOutput();
  closePorts();
  if (thread().thread !== 0) tellParent({ type: 'exit', code: final });
  tellHost({ type: 'exit', code: final });
  halt();
}

/** Nothing of the program runs any more: the host is about to end the worker. */
export function halt(): never {
  stopLoop();
  if (thread().shared) {
    const never = new Int32Array(new SharedArrayBuffer(4));
    for (;;) Atomics.wait(never, 0, 0);
  }
  // The host ends the worker in a moment; until then nothing of the program may run.
  for (;;);
}

function warnUnsettled(): void {
  const entry = moduleAt(thread().argv[1] ?? '');
  writeOut(
    'stderr',
    `Warning: Detected unsettled top-level await at file://${entry?.path ?? ''}\n`,
  );
}
