// A forked process and its parent talk; every event comes in its order.
import { fork } from 'node:child_process';

const child = fork(new URL('./child.ts', import.meta.url), ['one', 'two']);
console.log(child.connected, child.exitCode, child.signalCode, child.killed, child.stdout, typeof child.pid);
for (const name of ['spawn', 'disconnect', 'exit', 'close', 'error']) {
  child.on(name, (...values: unknown[]) => console.log(name, ...values));
}
child.on('message', (message: { question?: string }) => {
  console.log('parent got', message);
  if (message.question) child.send({ answer: 42, list: [1, 'two', null] });
});
child.on('close', () => console.log(child.connected, child.exitCode, child.signalCode, child.killed));
