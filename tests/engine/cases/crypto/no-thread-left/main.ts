// Keys are derived also where no more threads can be had.
import { pbkdf2, scrypt } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const idle = `require('node:worker_threads').parentPort.on('message', () => {})`;
const workers = Array.from({ length: 63 }, () => new Worker(idle, { eval: true }));
await Promise.all(workers.map((worker) => once(worker, 'online')));
console.log('all there');

const keys = ['a', 'b'].map(
  (password) =>
    new Promise<string>((resolve, reject) => {
      pbkdf2(password, 'salt', 1000, 8, 'sha256', (error, key) => {
        if (error) reject(error);
        else resolve(key.toString('hex'));
      });
    }),
);
console.log(...(await Promise.all(keys)));

// One more place, and the thread that is started in it.
await workers[0]?.terminate();
await new Promise<void>((resolve) => {
  scrypt('password', 'salt', 8, (error, key) => {
    console.log(error, key.toString('hex'));
    resolve();
  });
});
await Promise.all(workers.map((worker) => worker.terminate()));
