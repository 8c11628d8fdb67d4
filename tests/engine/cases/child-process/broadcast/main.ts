// A BroadcastChannel reaches the threads of its own process, and no other process.
import { fork } from 'node:child_process';
import { BroadcastChannel, Worker, isMainThread } from 'node:worker_threads';

const channel = new BroadcastChannel('news');
if (!isMainThread) {
  channel.onmessage = (event) => {
    console.log('worker heard', (event as MessageEvent).data, channel.name);
    channel.close();
  };
  channel.postMessage('worker is up');
} else if (process.argv[2] === 'child') {
  channel.onmessage = (event) => console.log('NO', (event as MessageEvent).data);
  process.send?.('up');
  process.on('message', () => {
    channel.close();
    process.disconnect();
  });
} else {
  const child = fork('main.ts', ['child']);
  await new Promise((resolve) => child.once('message', resolve));
  const worker = new Worker(new URL(import.meta.url));
  await new Promise((resolve) => {
    channel.onmessage = resolve;
  });
  channel.postMessage('to all');
  await new Promise((resolve) => worker.once('exit', resolve));
  child.send('enough');
  await new Promise((resolve) => child.once('exit', resolve));
  channel.close();
  console.log('done');
}
