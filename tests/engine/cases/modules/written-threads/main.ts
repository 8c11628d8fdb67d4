// A program writes TypeScript and starts it as a thread.
import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const place = new URL('./made.ts', import.meta.url);
writeFileSync(
  place,
  "import { parentPort, workerData } from 'node:worker_threads';\nconst n: number = workerData;\nparentPort!.postMessage(n * 2);\n",
);
const worker = new Worker(place, { workerData: 21 });
worker.on('message', (value) => console.log('message', value));
worker.on('exit', (code) => console.log('exit', code));
