// Messages to any thread by its number.
import { once } from 'node:events';
import { isMainThread, postMessageToThread, threadId, Worker, workerData } from 'node:worker_threads';

const failed = (error: NodeJS.ErrnoException) => console.log(threadId, error.code, error.message);

if (isMainThread) {
  process.on('workerMessage', (value, source) => console.log('main has', value, 'from', source));
  const first = new Worker(new URL(import.meta.url), { workerData: 'first' });
  const second = new Worker(new URL(import.meta.url), { workerData: 'second' });
  const over = Promise.all([once(first, 'exit'), once(second, 'exit')]);
  const said: unknown[] = [];
  first.on('message', (value) => said.push(value));
  await Promise.all([once(first, 'message'), once(second, 'message')]);
  await postMessageToThread(first.threadId, { go: second.threadId });
  await over;
  console.log('first says', said);
  await postMessageToThread(99, 'nobody').catch(failed);
  await postMessageToThread(threadId, 'myself').catch(failed);
} else {
  const { parentPort } = await import('node:worker_threads');
  const stay = setInterval(() => {}, 1000);
  process.on('workerMessage', async (value, source) => {
    if (value.go !== undefined) {
      const bytes = new Uint8Array([1, 2, 3]);
      await postMessageToThread(value.go, { bytes }, [bytes.buffer]);
      parentPort?.postMessage(`sent, and ${bytes.length} bytes left`);
    } else {
      await postMessageToThread(0, [workerData, value, source]);
    }
    clearInterval(stay);
  });
  parentPort?.postMessage('ready');
}
