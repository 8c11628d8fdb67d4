// fetch follows redirects, unless it is told not to.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const [, status] = /^\/to\/(\d+)/.exec(request.url ?? '') ?? [];
  if (status) response.writeHead(Number(status), { location: '/here' }).end('moved');
  else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
  else response.end(`${request.method} ${request.url} ${body}`);
});
await once(server.listen(0), 'listening');
const at = `http://localhost:${(server.address() as AddressInfo).port}`;
for (const status of [301, 303, 307]) {
  const response = await fetch(`${at}/to/${status}`, { method: 'POST', body: 'data' });
  console.log(status, response.redirected, response.url.replace(at, ''), await response.text());
}
const manual = await fetch(`${at}/to/302`, { redirect: 'manual' });
console.log(manual.status, manual.headers.get('location'), manual.redirected);
for (const options of [{ redirect: 'error' } as const, {}]) {
  await fetch(`${at}/round`, options).catch((error) => console.log(error.message, '-', error.cause.message));
}
server.close();
