/** `process.kill` and `child.kill`: a signal on its way to a process of the sandbox. */

import { holding, isSignal, type Signal, signalOfNumber } from '../wire/signals.ts';
import { invalidType } from './argument-checks.ts';
import { halt } from './exit.ts';
import { processCallLater, processCallNow } from './host-calls.ts';
import { absent, nodeError } from './node-error.ts';
import { systemError } from './system-error.ts';
import { thread } from './thread.ts';

/** Returns when the signal has been sent; throws as Node does where there is no such process or signal. */
export function sendSignal(pid: unknown, wanted: unknown): void {
  const number = typeof pid === 'number' || typeof pid === 'string' ? Number(pid) : Number.NaN;
  if (!Number.isInteger(number)) throw invalidType('pid', 'of type number', pid);
  const signal = toSignal(wanted);
  if (!thread().shared) {
    sendLater(number, signal);
    return;
  }
  const result = processCallNow('process.kill', { op: 'signal', pid: number, signal });
  if (!result.ok) throw systemError(result.fault.code, 'kill');
}

/** Without shared memory nobody can wait for the answer: what is wrong with it goes unsaid. */
function sendLater(pid: number, signal: Signal | 0): void {
  void processCallLater({ op: 'signal', pid, signal });
  if (pid === thread().process.pid && signal === 'SIGKILL') halt();
}

/** The signal that a number or a name means; SIGTERM where there is none. */
export function toSignal(wanted: unknown): Signal | 0 {
  if (wanted === undefined || wanted === null || wanted === '') return 'SIGTERM';
  if (wanted === 0) return 0;
  const signal = typeof wanted === 'number' ? signalOfNumber(wanted) : wanted;
  if (signal === undefined) throw systemError('EINVAL', 'kill');
  if (!isSignal(signal)) {
    throw nodeError(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${String(wanted)}`);
  }
  if (holding.has(signal)) {
    throw absent(signal, 'a browser cannot hold a worker where it stands');
  }
  return signal;
}
