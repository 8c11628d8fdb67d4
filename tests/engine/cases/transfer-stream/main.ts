import { isMainThread, type TransferListItem, Worker, workerData } from 'node:worker_threads';
if (isMainThread) {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue('through a stream');
      controller.close();
    },
  });
  const transferList = [stream as unknown as TransferListItem];
  const worker = new Worker(new URL(import.meta.url), { workerData: stream, transferList });
  worker.on('error', (error) => console.log(error.message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  for await (const text of workerData) console.log(text);
}
