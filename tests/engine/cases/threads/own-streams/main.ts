// A thread's input is written, and its output read, by the one that started it.
import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { stdin: true, stdout: true, stderr: true });
  let printed = '';
  let complained = '';
  worker.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  worker.stderr.setEncoding('utf8').on('data', (chunk) => {
    complained += chunk;
  });
  worker.stdin?.write('first ');
  worker.stdin?.end('second');
  worker.on('exit', (code) => {
    console.log(code, [printed, complained]);
  });
} else {
  let input = '';
  process.stdin.on('data', (chunk) => {
    input += chunk;
  });
  process.stdin.on('end', () => {
    console.log('got', input);
    console.error('done');
  });
}
