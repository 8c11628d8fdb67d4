/** What happens to an error that nobody caught, and how it is printed. */
import { inspect } from 'node-inspect-extracted';
import { nodeProcess } from './builtins/process.ts';
import { exitThread } from './exit.ts';
import { nodeError } from './node-error.ts';
import { writeOut } from './output.ts';
import { tellParent } from './parent-channel.ts';
import { tidyStack, topPlace } from './stack-traces.ts';
import { moduleAt, thread } from './thread.ts';
import { errorToWire } from './wire-error.ts';

type Origin = 'uncaughtException' | 'unhandledRejection';

/** For an error out of a callback, a top-level `await` or a module that does not load. */
export function uncaught(error: unknown, origin: Origin = 'uncaughtException'): void {
  if (nodeProcess.listenerCount('uncaughtException') > 0) {
    try {
      nodeProcess.emit('uncaughtException', error, origin);
      return;
    } catch (second) {
      end(second, 7);
      return;
    }
  }
  end(error, 1);
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
  if (reason instanceof Error) {
    uncaught(reason, 'unhandledRejection');
    return;
  }
  const shown = inspect(reason);
  const words =
    'This error originated either by throwing inside of an async function without a catch block, or by rejecting ' +
    `a promise which was not handled with .catch(). The promise rejected with the reason "${shown}".`;
  uncaught(nodeError(Error, 'ERR_UNHANDLED_REJECTION', words), 'unhandledRejection');
}

function end(error: unknown, code: number): void {
  if (thread().thread === 0) writeOut('stderr', `${reportOf(error)}\n`);
  else tellParent({ type: 'error', error: errorToWire(error) });
  exitThread(code);
}

/** The place, the marked line and the error, as Node prints them. */
function reportOf(error: unknown): string {
  if (!(error instanceof Error)) return `Uncaught:\n${inspect(error)}`;
  tidyStack(error);
  const shown = inspect(error, { customInspect: false });
  const frame = frameOf(error);
  return frame === undefined ? shown : `${frame}\n\n${shown}`;
}

function frameOf(error: Error): string | undefined {
  const place = topPlace(error.stack ?? '');
  const code = place && moduleAt(place.path)?.source.split('\n')[place.line - 1];
  if (!place || code === undefined) return undefined;
  // Node marks the statement that threw; a browser only tells where the error was made.
  const thrown = /throw\s+(?:new\s+[\w$.]+)?$/.exec(code.slice(0, place.column - 1));
  const column = thrown ? thrown.index : place.column - 1;
  return `file://${place.path}:${place.line}\n${code}\n${' '.repeat(column)}^`;
}
