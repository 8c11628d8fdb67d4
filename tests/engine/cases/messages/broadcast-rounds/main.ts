// All threads of a process hear what one of them says on a channel, but for itself.
import { BroadcastChannel, isMainThread, Worker, workerData } from 'node:worker_threads';

const channel = new BroadcastChannel('news');
if (isMainThread) {
  console.log(channel.name);
  const heard: string[] = [];
  let threads = 0;
  channel.onmessage = (event) => {
    const { data } = event as MessageEvent;
    heard.push(data);
    if (data.startsWith('ready')) threads++;
    if (data.startsWith('ready') && threads === 2) channel.postMessage('go');
    if (heard.length === 4) {
      console.log(heard.sort());
      channel.postMessage('stop');
      channel.close();
    }
  };
  for (const name of ['a', 'b']) new Worker(new URL(import.meta.url), { workerData: name });
} else {
  channel.onmessage = (event) => {
    const { data } = event as MessageEvent;
    if (data === 'go') channel.postMessage(`gone ${workerData}`);
    if (data === 'stop') channel.close();
  };
  channel.postMessage(`ready ${workerData}`);
}
