// A thread takes those that it started with it; one that nobody holds does not keep the program.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const middle = new Worker(new URL(import.meta.url), { workerData: 'middle' });
  middle.on('message', (message) => {
    console.log(message);
    void middle.terminate().then((code) => console.log('terminated', code));
  });
  middle.on('exit', () => {
    const loose = new Worker(new URL(import.meta.url), { workerData: 'loose' });
    loose.unref();
    console.log('main is done');
  });
} else if (workerData === 'middle') {
  const inner = new Worker(new URL(import.meta.url), { workerData: 'inner' });
  inner.on('message', (message) => parentPort?.postMessage(`middle heard: ${message}`));
} else {
  if (workerData === 'inner') parentPort?.postMessage('inner is up');
  setInterval(() => undefined, 10);
}
