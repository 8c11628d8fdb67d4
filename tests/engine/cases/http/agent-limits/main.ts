// An agent lets so many requests go at a time; the others wait for their turn, in order.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

let active = 0;
let most = 0;
const order: string[] = [];
const server = http.createServer((request, response) => {
  most = Math.max(most, ++active);
  order.push(request.url ?? '');
  setTimeout(() => {
    active--;
    response.end();
  }, 5);
});
await once(server.listen(0), 'listening');
const { port } = server.address() as AddressInfo;
const agent = new http.Agent({ maxSockets: 2, keepAlive: true });
const ask = (path: string) =>
  new Promise<void>((resolve) => {
    http.get({ port, path, agent }, (response) => response.resume().on('end', resolve));
  });
await Promise.all(['/1', '/2', '/3', '/4', '/5'].map(ask));
console.log(most, order.join(' '));
agent.destroy();
server.close();
