// A server that cuts the connection: before the response, and in the middle of it.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const server = http.createServer((request, response) => {
  if (request.url === '/before') response.destroy();
  else if (request.url === '/socket') request.socket.destroy();
  else response.write('half', () => setImmediate(() => response.destroy()));
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
for (const path of ['/before', '/socket']) {
  const request = http.get({ port, path });
  request.on('response', () => console.log('a response?'));
  const error: NodeJS.ErrnoException = await new Promise((resolve) => request.on('error', resolve));
  console.log(path, error.message, error.code);
}
const request = http.get({ port, path: '/middle' });
const [response] = (await once(request, 'response')) as [http.IncomingMessage];
try {
  for await (const part of response) console.log('part', String(part));
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message, response.complete);
}
const fetched = await fetch(`http://localhost:${port}/middle`);
await fetched.text().catch((error) => console.log(error.name, error.message, error.cause.message));
server.close();
