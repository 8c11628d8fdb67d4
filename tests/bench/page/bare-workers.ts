/** The browser's own workers, without anything of ours: what the engine is measured against. */
import {
  bareAnswerer,
  bareAsker,
  bareCpuLoop,
  bareHello,
  barePing,
  barePong,
} from '../programs.ts';

function startWorker(text: string): { worker: Worker; end(): void } {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return {
    worker,
    end() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function answerOf(worker: Worker): Promise<number[]> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** Milliseconds from `new Worker` to its first message. */
export async function bareStart(): Promise<number> {
  const began = performance.now();
  const { worker, end } = startWorker(bareHello);
  await answerOf(worker);
  const tookMs = performance.now() - began;
  end();
  return tookMs;
}

export async function bareCpu(): Promise<number[]> {
  const { worker, end } = startWorker(bareCpuLoop);
  const times = await answerOf(worker);
  end();
  return times;
}

/** Two workers with a channel between them, as a thread and its parent have in the engine. */
export async function bareRoundTrip(): Promise<number[]> {
  const { port1, port2 } = new MessageChannel();
  const [answerer, asker] = [startWorker(bareAnswerer), startWorker(bareAsker)];
  answerer.worker.postMessage(null, [port1]);
  asker.worker.postMessage(null, [port2]);
  const times = await answerOf(asker.worker);
  answerer.end();
  asker.end();
  return times;
}

export async function barePingPong(): Promise<number[]> {
  const memory = new Int32Array(new SharedArrayBuffer(4));
  const [pong, ping] = [startWorker(barePong), startWorker(barePing)];
  pong.worker.postMessage(memory);
  ping.worker.postMessage(memory);
  const times = await answerOf(ping.worker);
  pong.end();
  ping.end();
  return times;
}
