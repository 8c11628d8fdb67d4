import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
const server = createServer((_request, response) => {
  response.on('close', () => console.log('closed'));
  response.destroy();
});
server.listen(0, async () => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://localhost:${port}/`).catch((error) => {
    console.log(error.name, error.message, error.cause.code, error.cause.message);
  });
  server.close();
});
