// A client and a server that lose their patience.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const server = http.createServer((request, response) => {
  if (request.url !== '/impatient') return;
  response.setTimeout(30, () => {
    response.statusCode = 503;
    response.end('too slow');
  });
});
await once(server.listen(0), 'listening');
const { port } = server.address() as AddressInfo;
const request = http.get({ port, path: '/silent', timeout: 30 });
request.on('timeout', () => {
  console.log('timeout');
  request.destroy(new Error('gave up'));
});
const [error] = await once(request, 'error').catch((error) => [error]);
console.log(error.message);
const response = await fetch(`http://localhost:${port}/impatient`);
console.log(response.status, await response.text());
server.closeAllConnections();
server.close();
