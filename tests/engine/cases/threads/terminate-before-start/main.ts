// A thread may be ended before its file, which was written just now, is ready to run: then it never runs on.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

writeFileSync('spinning.ts', 'const endless: boolean = true; while (endless) {}');
const worker = new Worker('./spinning.ts');
worker.on('error', (error) => console.log('error', error.message));
const exit = once(worker, 'exit');
console.log('terminate →', await worker.terminate());
console.log('exit', ...(await exit));

// The next one with the same file is another thread.
const next = new Worker('./spinning.ts');
await once(next, 'online');
console.log('online; terminate →', await next.terminate());
