// What may be done with headers, and when not any more.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const attempt = (what: string, run: () => unknown) => {
  try {
    console.log(what, run());
  } catch (error) {
    console.log(what, (error as NodeJS.ErrnoException).code, (error as Error).message);
  }
};
const server = http.createServer((request, response) => {
  if (request.url === '/empty') return response.writeHead(204, 'Nothing').end();
  response.setHeader('One', 1);
  response.appendHeader('List', 'a');
  response.appendHeader('List', 'b');
  console.log(response.getHeaders(), response.getHeaderNames(), response.hasHeader('ONE'));
  response.removeHeader('one');
  attempt('name', () => response.setHeader('bad name', '1'));
  attempt('value', () => response.setHeader('x', 'new\nline'));
  attempt('nothing', () => response.setHeader('x', undefined as never));
  console.log(response.headersSent);
  response.writeHead(201, 'Made', { Extra: 'yes' });
  console.log(response.headersSent);
  attempt('late', () => response.setHeader('x', '1'));
  attempt('twice', () => response.writeHead(200));
  response.end('body');
});
await once(server.listen(0), 'listening');
const { port } = server.address() as AddressInfo;
const response = await fetch(`http://localhost:${port}/`);
const names = [...response.headers.keys()].filter((name) => name !== 'date');
console.log(response.status, response.statusText, names, response.headers.get('list'));
console.log(await response.text());
const empty = await fetch(`http://localhost:${port}/empty`);
console.log(empty.status, empty.statusText, empty.body, await empty.text());
const head = await fetch(`http://localhost:${port}/`, { method: 'HEAD' });
console.log(head.status, JSON.stringify(await head.text()));
server.close();
