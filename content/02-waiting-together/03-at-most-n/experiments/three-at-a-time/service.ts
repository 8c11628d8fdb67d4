// A service as there are many: it works on a few calls at a time,
// keeps a few more waiting, and refuses the rest.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

const PLACES = 3;
const QUEUE = 4;
const WORK_MS = 60;

const queue: { name: string; response: ServerResponse }[] = [];
let working = 0;

const server = createServer((request, response) => {
  const name = `work ${request.url?.slice(1)}`;
  if (working < PLACES) work(name, response);
  else if (queue.length < QUEUE) queue.push({ name, response });
  else {
    performance.mark('refused');
    response.writeHead(503).end();
  }
});

async function work(name: string, response: ServerResponse) {
  working++;
  const start = performance.now();
  await sleep(WORK_MS);
  performance.measure(name, { start });
  response.end('9.90');
  working--;
  const next = queue.shift();
  if (next) work(next.name, next.response);
}

server.listen(0);
await once(server, 'listening');
parentPort?.postMessage((server.address() as AddressInfo).port);
parentPort?.once('message', () => server.close());
