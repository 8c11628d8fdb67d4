/** A worker with swc in it, started when the first file needs it and kept. Files wait for each other there. */
import type { Strip } from './strip.ts';
import type { StripReply, StripRequest } from './strip-messages.ts';
import type { Stripper } from './stripper.ts';

/** So long may it be silent while it has a file to strip. */
const SILENCE_LIMIT_MS = 15_000;

/** Rejects where the worker or its WebAssembly cannot be loaded, or is silent for too long; the next call tries again. */
export class WorkerStripper implements Stripper {
  readonly #waiting = new Map<
    number,
    { resolve(strip: Strip): void; reject(error: Error): void }
  >();
  #worker: Worker | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #ids = 0;

  strip(path: string, source: string): Promise<Strip> {
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running().postMessage({ id, path, source } satisfies StripRequest);
      if (this.#waiting.size === 1) this.#listen();
    });
  }

  /** Forgets all files that wait: what strips them is ended at once, however far it is. */
  end(): void {
    this.#giveUp('Nobody waits for it any more.');
  }

  #listen(): void {
    clearTimeout(this.#silence);
    if (this.#waiting.size === 0) return;
    const words = `The worker did not answer for ${SILENCE_LIMIT_MS / 1000} seconds.`;
    this.#silence = setTimeout(() => this.#giveUp(words), SILENCE_LIMIT_MS);
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./strip-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<StripReply>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      this.#listen();
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
    clearTimeout(this.#silence);
  }
}
