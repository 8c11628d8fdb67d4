/**
 * The workers that threads run in. One waits, loaded and idle, so that a run does not have to.
 * A worker that has run a thread is never used again.
 */
import { readFromThread } from '../wire/thread-messages.ts';
import type { ScriptUrls } from './script-urls.ts';

export type BuiltinExports = Readonly<Record<string, readonly string[]>>;

export class WorkerPool {
  readonly #urls: ScriptUrls;
  #script: string;
  #url: string;
  #idle: Worker | undefined;

  private constructor(script: string, url: string, urls: ScriptUrls, first: Worker) {
    this.#script = script;
    this.#url = url;
    this.#urls = urls;
    this.#idle = first;
  }

  /**
   * Starts the first worker with the given classic script. Resolves when it is up, with what the built-in modules of
   * a thread export; rejects where the browser starts no workers from such URLs.
   */
  static open(
    script: string,
    urls: ScriptUrls,
  ): Promise<{ pool: WorkerPool; exports: BuiltinExports }> {
    const url = urls.make(script);
    const first = new Worker(url);
    return new Promise((resolve, reject) => {
      first.onmessage = ({ data }) => {
        const message = readFromThread(data);
        if (message?.type !== 'ready') return;
        resolve({ pool: new WorkerPool(script, url, urls, first), exports: message.builtins });
      };
      first.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'The worker did not load.'));
      };
    });
  }

  /** A worker that nobody has used. It takes messages at once, loaded or not. */
  take(): Worker {
    const worker = this.#idle ?? new Worker(this.#url);
    this.#idle = undefined;
    worker.onmessage = null;
    worker.onerror = null;
    return worker;
  }

  /** Lets workers that are started from now on have this text from the beginning. */
  add(text: string): void {
    this.#script += `\n${text}`;
    this.#urls.revoke(this.#url);
    this.#url = this.#urls.make(this.#script);
  }

  /** Puts a fresh worker in waiting. Called when nothing urgent goes on. */
  refill(): void {
    this.#idle ??= new Worker(this.#url);
  }
}
