// A server in one process, and clients in another: the port is one for all of them, until its process is gone.
import { fork } from 'node:child_process';

const server = fork('server.ts');
const port = await new Promise((resolve) => server.once('message', resolve));
const url = `http://127.0.0.1:${port}/`;
console.log(await (await fetch(url)).text());
const client = fork('client.ts', [url]);
console.log(await new Promise((resolve) => client.once('message', resolve)));
server.kill();
await new Promise((resolve) => server.once('exit', resolve));
await fetch(url).catch((error) => console.log(error.cause.code));
