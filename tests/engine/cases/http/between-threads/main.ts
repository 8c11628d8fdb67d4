// A server in a worker, requests from the main thread and from another worker.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const serving = new Worker(new URL(import.meta.url), { workerData: 'serve' });
  const [port] = await once(serving, 'message');
  const response = await fetch(`http://localhost:${port}/main`);
  console.log(await response.text());
  const asking = new Worker(new URL(import.meta.url), { workerData: port });
  const exited = once(asking, 'exit');
  console.log('from the other:', (await once(asking, 'message'))[0]);
  await exited;
  serving.postMessage('close');
  const [code] = await once(serving, 'exit');
  console.log('server over', code);
} else if (workerData === 'serve') {
  const server = http.createServer((request, response) => response.end(`hello ${request.url}`));
  server.listen(0, () => parentPort?.postMessage((server.address() as AddressInfo).port));
  parentPort?.once('message', () => server.close());
} else {
  const response = await fetch(`http://127.0.0.1:${workerData}/worker`);
  parentPort?.postMessage(await response.text());
}
