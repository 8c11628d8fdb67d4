// What a server is told of a request, and a client of the response.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const server = http.createServer((request, response) => {
  console.log(request.method, request.url, request.httpVersion);
  console.log(request.headers['x-list'], request.headers.cookie, request.headers['content-length']);
  response.setHeader('X-Answer', 'yes');
  response.setHeader('Set-Cookie', ['a=1', 'b=2']);
  response.statusCode = 418;
  response.end('short and stout');
});
server.listen(0, () => {
  const { port } = server.address() as AddressInfo;
  const headers = { 'X-List': ['one', 'two'], Cookie: 'k=v' };
  const request = http.request({ port, path: '/tea?pot=1', method: 'PUT', headers }, (response) => {
    console.log(response.statusCode, response.statusMessage, response.headers['x-answer']);
    console.log(response.headers['set-cookie'], response.headers['content-length']);
    console.log(response.rawHeaders.filter((_, index) => index % 2 === 0).join());
    response.setEncoding('utf8');
    response.on('data', (text) => console.log('data', text));
    response.on('end', () => {
      console.log('complete', response.complete);
      server.close(() => console.log('closed'));
    });
  });
  request.end('some body');
});
