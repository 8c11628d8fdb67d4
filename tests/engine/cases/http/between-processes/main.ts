// A server in a child process: asked, found in its port's way, given up on, killed.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

if (process.send) {
  const server = http.createServer((request, response) => {
    if (request.url === '/pid') response.end(String(process.pid));
    else response.on('close', () => process.send?.(`given up, finished ${response.writableFinished}`));
    if (request.url === '/die') process.kill(process.pid, 'SIGKILL');
    if (request.url === '/wait') process.send?.('asked');
  });
  server.listen(0, () => process.send?.((server.address() as AddressInfo).port));
} else {
  const child = fork(new URL(import.meta.url));
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  console.log(Number(await (await fetch(`${url}/pid`)).text()) === child.pid);
  const [error] = await once(http.createServer().listen(port), 'error');
  console.log(error.code, error.syscall);
  const controller = new AbortController();
  const waiting = fetch(`${url}/wait`, { signal: controller.signal });
  console.log((await once(child, 'message'))[0]);
  controller.abort(new Error('enough'));
  await waiting.catch((reason) => console.log(reason.message));
  console.log((await once(child, 'message'))[0]);
  const dying = fetch(`${url}/die`).catch((error) => error);
  const [code, signal] = await once(child, 'exit');
  console.log(code, signal);
  const failure = await dying;
  console.log(failure.message, failure.cause instanceof Error);
  await fetch(`${url}/pid`).catch((error) => console.log(error.cause.code));
}
