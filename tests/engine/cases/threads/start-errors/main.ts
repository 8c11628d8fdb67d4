// What `new Worker` refuses.
import { Worker } from 'node:worker_threads';

const tries: [unknown, object?][] = [
  ['worker.js'],
  ['file:///home/worker.js'],
  [5],
  [undefined],
  [new URL('https://example.org/worker.js')],
  ['./worker.js', { env: 5 }],
  ['./worker.js', { argv: 'text' }],
  ['./worker.js', { execArgv: 'text' }],
];
for (const [file, options] of tries) {
  try {
    new Worker(file as string, options);
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(name, code, message);
  }
}
