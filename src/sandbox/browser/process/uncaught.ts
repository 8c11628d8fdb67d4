/** What happens to an error that nobody caught. */
import { engineSide, nodeProcess } from './builtins/process.ts';
import { reportOf, type Way } from './error-report.ts';
import { endSilently, exitThread } from './exit.ts';
import { nodeError } from './node-error.ts';
import { writeOut } from './output.ts';
import { tellParent } from './parent-channel.ts';
import { thread } from './thread.ts';
import { errorToWire } from './wire-error.ts';

type Origin = 'uncaughtException' | 'unhandledRejection';

/** For an error out of a callback. */
export function uncaught(error: unknown): void {
  report(error, 'thrown', 'uncaughtException');
}

/** For an error that came through a promise: of a top-level `await`, a microtask, a module that does not load. */
export function uncaughtLater(error: unknown): void {
  report(error, 'rejected', 'uncaughtException');
}

/** For a promise that was rejected and has no handler. */
export function unhandledRejection(reason: unknown, promise: Promise<unknown>): void {
  if (nodeProcess.listenerCount('unhandledRejection') > 0) {
    try {
      nodeProcess.emit('unhandledRejection', reason, promise);
    } catch (error) {
      uncaught(error);
    }
    return;
  }
  report(reason instanceof Error ? reason : notAnError(reason), 'rejected', 'unhandledRejection');
}

function notAnError(reason: unknown): Error {
  const words =
    'This error originated either by throwing inside of an async function without a catch block, or by rejecting ' +
    `a promise which was not handled with .catch(). The promise rejected with the reason "${textOf(reason)}".`;
  const error = nodeError(Error, 'ERR_UNHANDLED_REJECTION', words);
  const name = 'UnhandledPromiseRejection';
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  return Object.defineProperty(error, 'stack', { value: `${name}: ${words}` });
}

function textOf(reason: unknown): string {
  return typeof reason === 'object' && reason !== null ? '#<Object>' : String(reason);
}

function report(error: unknown, way: Way, origin: Origin): void {
  try {
    nodeProcess.emit('uncaughtExceptionMonitor', error, origin);
    if (engineSide.captureUncaught(error)) return;
    if (nodeProcess.emit('uncaughtException', error, origin)) return;
  } catch (second) {
    tell(second, 'thrown');
    endSilently(7);
    return;
  }
  tell(error, way);
  exitThread(1);
}

function tell(error: unknown, way: Way): void {
  if (thread().thread === 0) writeOut('stderr', `${reportOf(error, way)}\n`);
  else tellParent({ type: 'error', error: errorToWire(error) });
}
