/** Reports the threads that this one starts: their beginning, their end, and who ended them. */

import { pathOfFile } from './preload-files.ts';
import { lane, laneOf } from './preload-lane.ts';
import type { LoopTrace } from './preload-loop.ts';
import { passPortsToThread } from './preload-messages.ts';
import { replace, syncExports, watchMade } from './preload-replace.ts';
import { emitOwn, now, short } from './preload-write.ts';

interface WorkerOptions {
  readonly eval?: boolean;
  readonly execArgv?: readonly string[];
  readonly workerData?: unknown;
}

/** `preload` is where this preload was loaded from. */
export function traceThreads(preload: URL, loop: LoopTrace): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const { Worker } = threads;
  const { terminate } = Worker.prototype;

  replace(Worker.prototype, 'terminate', function (this: InstanceType<typeof Worker>) {
    // A thread that has ended has the id -1.
    if (this.threadId > 0) {
      emitOwn({ type: 'kill', lane, target: laneOf(this.threadId), at: now() });
    }
    return terminate.call(this);
  });

  // A thread reports itself; but one that is terminated cannot report its end. So its parent reports it as well:
  // twice is better than never.
  process.on('worker', (worker) => {
    const child = laneOf(worker.threadId);
    loop.seen(performance.now());
    const name = worker.threadName ? { name: short(worker.threadName) } : {};
    emitOwn({ type: 'lane', lane: child, state: 'open', at: now(), parent: lane, ...name });
    worker.once('exit', (exitCode) => {
      emitOwn({ type: 'lane', lane: child, state: 'closed', at: now(), exitCode });
    });
  });

  const watched = watchMade(
    Worker,
    (worker, [, options]) => passPortsToThread(worker.threadId, dataOf(options)),
    (args) => withPreload(args, preload),
  );
  Object.assign(threads, { Worker: watched });
  syncExports();
}

/**
 * Node loads what `--import` names in every thread but in those that evaluate a string, and in those that were given
 * other options; `--require` it heeds everywhere. The embedded engine sees to it by itself: its preload is no file.
 */
function withPreload(args: unknown[], preload: URL): unknown[] {
  const [entry, given, ...rest] = args;
  const options = (given ?? {}) as WorkerOptions;
  // What is no list of options is Node's to refuse.
  const { execArgv: own = process.execArgv } = options;
  if (!(options.eval || options.execArgv) || !Array.isArray(own)) return args;
  const path = pathOfFile(preload);
  if (path === undefined) return args;
  const execArgv = [...own, '--require', path];
  return [entry, { ...options, execArgv }, ...rest];
}

function dataOf(options: unknown): unknown {
  return (options as WorkerOptions | undefined)?.workerData;
}
