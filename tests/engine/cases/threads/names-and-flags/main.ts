// What a thread knows of how it was started.
import { isInternalThread, isMainThread, parentPort, threadName, Worker } from 'node:worker_threads';

if (isMainThread) {
  console.log([threadName], isInternalThread);
  const worker = new Worker(new URL(import.meta.url), {
    name: 'clerk',
    argv: ['--fast', 3],
    execArgv: ['--no-warnings'],
    env: { LEVEL: '3' },
    trackUnmanagedFds: true,
  });
  console.log(worker.threadName, worker.threadId);
  worker.on('message', (told) => console.log(told));
  worker.on('exit', () => console.log(worker.threadName, worker.threadId));
} else {
  parentPort?.postMessage({
    threadName,
    isInternalThread,
    args: process.argv.slice(2),
    execArgv: process.execArgv,
    level: process.env['LEVEL'],
    path: process.env['PATH'],
  });
}
