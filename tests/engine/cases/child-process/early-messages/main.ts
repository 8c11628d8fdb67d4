// Messages that come before anybody listens are kept, in their order; a channel alone keeps no process.
import { fork } from 'node:child_process';

const child = fork('child.ts');
for (let number = 1; number <= 5; number++) child.send({ number });
child.on('message', (message) => console.log('parent got', message));
await new Promise((resolve) => child.once('exit', resolve));

const silent = fork('silent.ts');
console.log(await new Promise((resolve) => silent.once('close', (...end) => resolve(end))));
