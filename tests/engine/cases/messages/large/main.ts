// Much at once: nothing is lost, and nothing is shared by mistake.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  const bytes = new Uint8Array(2_000_000).fill(3);
  const objects = Array.from({ length: 5_000 }, (_, id) => ({ id, tags: ['a', String(id)] }));
  worker.postMessage({ bytes, objects, text: 'ü🧵'.repeat(50_000) });
  const [sums] = await once(worker, 'message');
  console.log(sums, bytes.length, bytes[0]);
} else {
  parentPort?.once('message', ({ bytes, objects, text }) => {
    let sum = 0;
    for (const byte of bytes) sum += byte;
    bytes[0] = 9;
    parentPort?.postMessage({ sum, ids: objects.at(-1).id, characters: text.length });
  });
}
