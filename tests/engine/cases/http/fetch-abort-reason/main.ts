// What a fetch that was given up is rejected with, before and after the response has begun.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const closings: Promise<unknown>[] = [];
const server = http.createServer((_request, response) => {
  response.write('begun');
  closings.push(once(response, 'close'));
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const url = `http://localhost:${port}/`;
await fetch(url, { signal: AbortSignal.abort('early') }).catch((reason) => console.log('reason', reason));
const controller = new AbortController();
const response = await fetch(url, { signal: controller.signal });
const reader = response.body!.getReader();
console.log(new TextDecoder().decode((await reader.read()).value));
controller.abort(new RangeError('late'));
await reader.read().catch((error) => console.log(error.name, error.message));
const cancelled = await fetch(url);
await cancelled.body!.cancel();
await once(server.close(), 'close');
await Promise.all(closings);
console.log('over', closings.length);
