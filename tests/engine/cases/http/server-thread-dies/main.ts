// The thread of a server is ended while it answers: who asked hears of it.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const [port] = await once(worker, 'message');
  const halfway = await fetch(`http://localhost:${port}/half`);
  console.log(halfway.status);
  const never = fetch(`http://localhost:${port}/never`);
  await once(worker, 'message');
  await worker.terminate();
  await never.catch((error) => console.log(error.name, error.message, error.cause instanceof Error));
  await halfway.text().catch((error) => console.log(error.name, error.message));
  await fetch(`http://127.0.0.1:${port}/`).catch((error) => {
    console.log(error.message, error.cause.code, error.cause.syscall);
  });
} else {
  const server = http.createServer((request, response) => {
    if (request.url === '/half') response.write('half');
    else parentPort?.postMessage('asked');
  });
  server.listen(0, () => parentPort?.postMessage((server.address() as AddressInfo).port));
}
