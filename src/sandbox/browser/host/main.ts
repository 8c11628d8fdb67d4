/**
 * The script of the sandbox's document. It lives in a frame of opaque origin, holds the files, makes every worker,
 * and never runs reader's code itself. The page hands it one end of a channel, once.
 */
import workerScript from 'virtual:sandbox/worker';
import { type FromHost, readOpenHost, readToHost, type ShelfIndex } from '../wire/page-messages.ts';
import { INSPECTION } from '../wire/shelf-names.ts';
import { BuiltinModules } from './builtin-modules.ts';
import { Linker } from './linker.ts';
import { PageStripper } from './page-stripper.ts';
import { HostRun, type RunParts } from './run.ts';
import { blobUrls, dataUrls, type ScriptUrls } from './script-urls.ts';
import { Shelf } from './shelf.ts';
import { WorkerPool } from './worker-pool.ts';

async function serve(port: MessagePort, sharedMemory: boolean, index: ShelfIndex): Promise<void> {
  const send = (message: FromHost) => port.postMessage(message);
  const [{ pool, exports, urls }] = await Promise.all([openWorkers(), Linker.ready()]);
  const shelf = new Shelf(
    index,
    urls,
    (names) => send({ type: 'want', names }),
    (name, text) => name === INSPECTION && pool.add(text),
  );
  const builtins = new BuiltinModules(exports, shelf, urls);
  const stripper = new PageStripper((id, path, text) => send({ type: 'strip', id, path, text }));
  const { strip } = stripper;
  const parts: RunParts = { pool, builtins, strip, sharedMemory };
  const runs = new Map<number, HostRun>();

  port.onmessage = ({ data }) => {
    const message = readToHost(data);
    if (!message) return;
    if (message.type === 'are-you-there') return send({ type: 'here' });
    if (message.type === 'shelf') return shelf.put(message.texts, message.failed);
    if (message.type === 'stripped') return stripper.answer(message.id, message.strip);
    const id = message.run;
    const run = runs.get(id);
    switch (message.type) {
      case 'spawn': {
        const spawned = new HostRun(message.program, parts, {
          output: (events) => send({ type: 'output', run: id, events }),
          exit: (outcome) => {
            runs.delete(id);
            send({ type: 'exit', run: id, outcome });
          },
        });
        runs.set(id, spawned);
        return spawned.start();
      }
      case 'input':
        return run?.input(message.text);
      case 'taken':
        return run?.taken();
      case 'kill':
        return run?.kill(message.signal);
    }
  };
  send({ type: 'ready', sharedMemory });
}

async function openWorkers() {
  const open = async (urls: ScriptUrls) => ({
    urls,
    ...(await WorkerPool.open(workerScript, urls)),
  });
  return open(blobUrls).catch(() => open(dataUrls));
}

addEventListener('message', function greet(event) {
  // Framed without `sandbox`, by whomever, this document would run anybody's program at the site's own origin.
  if (self.origin !== 'null') return;
  const [port] = event.ports;
  const open = readOpenHost(event.data);
  if (event.source !== parent || !port || !open) return;
  removeEventListener('message', greet);
  const hasIt = typeof SharedArrayBuffer === 'function' && globalThis.crossOriginIsolated;
  const { sharedMemory, shelf } = open;
  serve(port, hasIt && sharedMemory, shelf).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    port.postMessage({ type: 'broken', message } satisfies FromHost);
  });
});
