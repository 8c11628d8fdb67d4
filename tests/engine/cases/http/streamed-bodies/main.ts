// Bodies in parts, both ways: each part is there before the next one is sent.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const server = http.createServer(async (request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  request.setEncoding('utf8');
  for await (const part of request) response.write(part.toUpperCase());
  response.end('!');
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const request = http.request({ port, method: 'POST' });
request.write('one ');
const [response] = (await once(request, 'response')) as [http.IncomingMessage];
console.log(response.statusCode, response.headers['transfer-encoding']);
response.setEncoding('utf8');
const parts = response[Symbol.asyncIterator]();
for (const word of ['two ', 'three ', undefined]) {
  console.log((await parts.next()).value);
  if (word === undefined) request.end();
  else request.write(word);
}
console.log((await parts.next()).value, (await parts.next()).done);

async function* words() {
  yield 'from ';
  yield new TextEncoder().encode('a generator');
}
const body = ReadableStream.from(words()) as unknown as BodyInit;
const fetched = await fetch(`http://localhost:${port}`, {
  method: 'POST',
  body,
  duplex: 'half',
} as RequestInit);
console.log(await fetched.text());
server.close();
