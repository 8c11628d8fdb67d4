/** The stripper of a page: a worker with swc in it, started when the first file needs it and kept. */
import type { Strip } from './strip.ts';
import type { StripReply, StripRequest } from './strip-messages.ts';
import type { Stripper } from './stripper.ts';

/** Rejects where the worker or its WebAssembly cannot be loaded; the next call tries again. */
export class WorkerStripper implements Stripper {
  readonly #waiting = new Map<
    number,
    { resolve(strip: Strip): void; reject(error: Error): void }
  >();
  #worker: Worker | undefined;
  #ids = 0;

  strip(path: string, source: string): Promise<Strip> {
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running().postMessage({ id, path, source } satisfies StripRequest);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./strip-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<StripReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('strip' in data) return waiting?.resolve(data.strip);
      waiting?.reject(new Error(data.failure));
      this.#giveUp(data.failure);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#giveUp(event.message || 'The worker did not load.');
    };
    this.#worker = worker;
    return worker;
  }

  #giveUp(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
