// A client that hangs up before the answer: the server's request and response both hear of it.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const heard: string[] = [];
const server = http.createServer((request, response) => {
  request.on('aborted', () => heard.push('request aborted'));
  request.on('error', (error: NodeJS.ErrnoException) => heard.push(`request ${error.code}`));
  response.on('close', () => heard.push(`response closed ${response.writableFinished}`));
  request.on('close', () => {
    heard.push(`request closed ${request.destroyed} ${response.destroyed}`);
    server.close();
  });
  controller.abort(new Error('enough'));
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const controller = new AbortController();
const request = http.get({ port, signal: controller.signal });
const [error] = await once(request, 'error').catch((error) => [error]);
console.log(error.name, error.code, error.message, error.cause?.message);
await once(server, 'close');
console.log(heard);
