// Requests to where nobody listens.
import http from 'node:http';

const free = await new Promise<number>((resolve) => {
  const server = http.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});
const shown = (error: Record<string, unknown>) =>
  [error.name, error.code, error.errno, error.syscall, error.address, error.port === free].join(' ');
await fetch(`http://127.0.0.1:${free}/`).catch((error) => {
  console.log(error.name, error.message);
  console.log(shown(error.cause));
});
const request = http.get({ host: '127.0.0.1', port: free });
request.on('error', (error) => console.log(shown(error as never)));
request.on('close', () => console.log('closed', request.destroyed));
request.on('socket', () => console.log('socket'));
