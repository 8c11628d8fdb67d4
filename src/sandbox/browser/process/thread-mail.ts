/** `postMessageToThread`: messages to any thread of the process, heard as `workerMessage` of its `process`. */
import type { ThreadNews } from '../wire/thread-mail.ts';
import { invalidType } from './argument-checks.ts';
import { nodeProcess } from './builtins/process.ts';
import { addTimer, enter, ref, removeTimer, unref } from './loop.ts';
import { handedOver } from './message-port.ts';
import { nodeError } from './node-error.ts';
import { now, tellHost, thread } from './thread.ts';

const waiting = new Map<number, (taken: boolean) => void>();
let ids = 0;
let timers = 0;

/** Resolves when a listener over there has had the message; rejects where there is none, or not in time. */
export async function postMessageToThread(
  to: number,
  value: unknown,
  transferOrTimeout?: readonly Transferable[] | number,
  timeout?: number,
): Promise<void> {
  if (typeof to !== 'number') throw invalidType('threadId', 'of type number', to);
  if (to === thread().thread) {
    const words = 'Cannot sent a message to the same thread';
    throw nodeError(Error, 'ERR_WORKER_MESSAGING_SAME_THREAD', words);
  }
  const limit = typeof transferOrTimeout === 'number' ? transferOrTimeout : timeout;
  const transfer = typeof transferOrTimeout === 'object' ? [...transferOrTimeout] : [];
  const id = ++ids;
  ref();
  try {
    const taken = await new Promise<boolean>((resolve, reject) => {
      tellHost({ type: 'mail', mail: { type: 'message', to, id, value, transfer } }, transfer);
      handedOver(transfer);
      const timer = limit === undefined ? undefined : timerFor(limit, () => reject(tooLate()));
      waiting.set(id, (answer) => {
        if (timer) removeTimer(timer);
        resolve(answer);
      });
    });
    if (!taken) {
      const words = 'Cannot find the destination thread or listener';
      throw nodeError(Error, 'ERR_WORKER_MESSAGING_FAILED', words);
    }
  } finally {
    waiting.delete(id);
    unref();
  }
}

function timerFor(limit: number, fire: () => void) {
  const timer = {
    due: now() + limit,
    order: Number.MAX_SAFE_INTEGER - 1 + timers++,
    place: -1,
    fire,
  };
  addTimer(timer);
  return timer;
}

function tooLate(): Error {
  const words = 'Sending a message to another thread timed out';
  return nodeError(Error, 'ERR_WORKER_MESSAGING_TIMEOUT', words);
}

export function receiveMail(news: ThreadNews): void {
  if (news.type === 'taken') {
    enter(() => waiting.get(news.id)?.(news.taken));
    return;
  }
  const { from, id, value } = news;
  enter(() => {
    const taken = nodeProcess.listenerCount('workerMessage') > 0;
    tellHost({ type: 'mail', mail: { type: 'taken', to: from, id, taken } });
    if (taken) nodeProcess.emit('workerMessage', value, from);
  });
}
