// A caller that hangs up: it gets the reason, and the server sees the connection close.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const server = http.createServer((_request, response) => {
  response.on('close', () => {
    console.log('server: closed, finished', response.writableFinished);
    server.close();
  });
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
try {
  await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(100) });
} catch (error) {
  console.log('caller:', (error as Error).name);
}
server.closeAllConnections();
