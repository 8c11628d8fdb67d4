// Each process has threads of its own; they end with it.
import { fork } from 'node:child_process';

const ended = (name: string) => {
  const child = fork('child.ts', [name]);
  child.on('message', (message) => {
    console.log(name, message);
    if (name === 'killed') child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve([code, signal])));
};
console.log(await ended('finishes'));
console.log(await ended('killed'));
