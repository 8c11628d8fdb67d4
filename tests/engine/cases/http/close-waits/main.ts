// close() takes no more requests, and waits for the one that is being answered.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

let answer: () => void = () => undefined;
const asked = Promise.withResolvers<void>();
const server = http.createServer((_request, response) => {
  answer = () => response.end('at last');
  asked.resolve();
});
await once(server.listen(0), 'listening');
const { port } = server.address() as AddressInfo;
const first = fetch(`http://localhost:${port}/`, { headers: { connection: 'close' } });
await asked.promise;
const closed = once(server, 'close');
server.close((error) => console.log('closed', error));
console.log(server.listening, server.address());
await fetch(`http://localhost:${port}/`).catch((error) => console.log(error.cause.code));
answer();
console.log(await (await first).text());
await closed;
server.close((error) => console.log((error as NodeJS.ErrnoException).code));
