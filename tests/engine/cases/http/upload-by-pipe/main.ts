// pipeline from a stream into a request, and from the request into the response.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

const server = http.createServer((request, response) => {
  const upper = new Transform({
    transform: (chunk, _encoding, done) => done(null, String(chunk).toUpperCase()),
  });
  pipeline(request, upper, response).then(() => console.log('server: piped'));
});
await once(server.listen(0), 'listening');
const { port } = server.address() as AddressInfo;
const request = http.request({ port, method: 'POST' });
const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
await pipeline(Readable.from(['alpha ', 'beta ', 'gamma']), request);
const [response] = await answered;
console.log(request instanceof http.ClientRequest, response instanceof Readable);
console.log(await text(response));
server.close();
