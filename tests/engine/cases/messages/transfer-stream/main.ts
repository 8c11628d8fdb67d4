import { isMainThread, type TransferListItem, Worker, workerData } from 'node:worker_threads';
if (isMainThread) {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue('through a stream');
      controller.close();
    },
  });
  const transferList = [stream as unknown as TransferListItem];
  try {
    const worker = new Worker(new URL(import.meta.url), { workerData: stream, transferList });
    worker.on('exit', (code) => console.log('exit', code));
  } catch (error) {
    console.log((error as Error).name);
  }
} else {
  for await (const text of workerData) console.log(text);
}
