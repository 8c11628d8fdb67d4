// A server that is let go does not keep the process; one with a request in its hands does.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const server = http.createServer((_request, response) => {
  setTimeout(() => response.end('slow answer'), 20);
});
server.listen(0, async () => {
  server.unref();
  const { port } = server.address() as AddressInfo;
  console.log(await (await fetch(`http://localhost:${port}`)).text());
});
server.on('close', () => console.log('never said'));
process.on('exit', (code) => console.log('exit', code, server.listening));
