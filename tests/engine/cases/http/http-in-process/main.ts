import http from 'node:http';
import type { AddressInfo } from 'node:net';
const server = http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ url: request.url, method: request.method }));
});
server.listen(0, async () => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/x?y=1`);
  console.log(response.status, await response.json());
  server.close();
});
