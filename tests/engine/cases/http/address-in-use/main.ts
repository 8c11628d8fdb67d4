// One port, one server; also when the other one is in another thread.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const first = http.createServer().listen(0);
  console.log(first.listening);
  await once(first, 'listening');
  const { port, family } = first.address() as AddressInfo;
  console.log(typeof port, family);
  const second = http.createServer().listen(port);
  const [error] = await once(second, 'error');
  console.log(error.code, error.syscall, error.errno, error.port === port, second.listening);
  const worker = new Worker(new URL(import.meta.url), { workerData: port });
  console.log('in a worker:', (await once(worker, 'message'))[0]);
  first.close();
  await once(first, 'close');
  second.listen(port, () => second.close(() => console.log('free again')));
} else {
  http.createServer().listen(workerData).on('error', (error: NodeJS.ErrnoException) => {
    parentPort?.postMessage(error.code);
  });
}
