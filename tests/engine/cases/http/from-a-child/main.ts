// A child asks the server of its parent, and streams into it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

if (process.argv[2]) {
  const request = http.request({ port: process.argv[2], method: 'POST', path: '/sum' });
  const answered = once(request, 'response');
  await pipeline(Readable.from(Array.from({ length: 1000 }, (_, n) => `${n}\n`)), request);
  const [response] = await answered;
  console.log('child:', response.statusCode, await text(response));
} else {
  const server = http.createServer(async (request, response) => {
    const numbers = (await text(request)).trim().split('\n').map(Number);
    response.end(`sum ${numbers.reduce((sum, n) => sum + n, 0)}`);
  });
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo;
  const child = fork(new URL(import.meta.url), [String(port)]);
  await once(child, 'exit');
  server.close(() => console.log('parent: closed'));
}
