// A response that nobody reads fills up, and its writer is told to wait.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const PART = Buffer.alloc(64 * 1024, 'x');
const PARTS = 400;
let written = 0;
let drained = 0;
const server = http.createServer(async (_request, response) => {
  for (; written < PARTS; written++) {
    if (response.write(PART)) continue;
    await once(response, 'drain');
    drained++;
  }
  response.end();
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const [response] = (await once(http.get({ port }), 'response')) as [http.IncomingMessage];
const before = await new Promise<number>((resolve) => setTimeout(() => resolve(written), 100));
console.log('stopped before the end:', before < PARTS);
let bytes = 0;
for await (const part of response) bytes += part.length;
console.log(bytes === PARTS * PART.length, drained > 0);
server.close();
