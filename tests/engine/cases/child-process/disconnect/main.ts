// A channel that is closed: by the parent, by the child, and what is sent after that.
import { fork } from 'node:child_process';

const child = fork('child.ts');
await new Promise((resolve) => child.once('message', resolve));
child.on('disconnect', () => console.log('parent: disconnect', child.connected));
child.disconnect();
console.log('asked', child.connected);
child.send('late', (error) => console.log((error as NodeJS.ErrnoException).code));
console.log('returned', child.send('later', () => undefined));
child.on('error', (error: NodeJS.ErrnoException) => console.log('error', error.code));
child.disconnect();
child.on('close', () => console.log('NO: Node does not report it when the parent has closed the channel'));
console.log(await new Promise((resolve) => child.once('exit', (...end) => resolve(end))));
