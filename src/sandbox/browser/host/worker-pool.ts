/**
 * The workers that threads run in. One waits, loaded and idle, so that a run does not have to.
 * A worker that has run a thread is never used again.
 */
import { readFromThread } from '../wire/thread-messages.ts';

export class WorkerPool {
  readonly #url: string;
  #idle: Worker | undefined;
  readonly #ready: Promise<Readonly<Record<string, readonly string[]>>>;

  /** Takes the text of the workers' classic script. */
  constructor(script: string) {
    this.#url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const first = new Worker(this.#url);
    this.#idle = first;
    this.#ready = new Promise((resolve, reject) => {
      first.onmessage = ({ data }) => {
        const message = readFromThread(data);
        if (message?.type === 'ready') resolve(message.builtins);
      };
      first.onerror = ({ message }) => reject(new Error(message || 'The worker did not load.'));
    });
  }

  /** What a thread's built-in modules export; rejects where workers do not start. */
  builtins(): Promise<Readonly<Record<string, readonly string[]>>> {
    return this.#ready;
  }

  /** A worker that nobody has used. It takes messages at once, loaded or not. */
  take(): Worker {
    const worker = this.#idle ?? new Worker(this.#url);
    this.#idle = undefined;
    worker.onmessage = null;
    worker.onerror = null;
    return worker;
  }

  /** Puts a fresh worker in waiting. Called when nothing urgent goes on. */
  refill(): void {
    this.#idle ??= new Worker(this.#url);
  }
}
