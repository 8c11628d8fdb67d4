/**
 * One container from its beginning to its end: a client of its own, its frame, and whether it is still there.
 *
 *     loading → contacting → starting → ready → over
 *
 * `over` can follow on each; it is final, and the next container begins anew with another client and another frame.
 * Taking the frame away ends whatever runs in it, also what the container itself could not end.
 */

import { scripts } from 'virtual:webcontainer/scripts';
import type { WebContainer } from '@webcontainer/api';
import { ContainerUnavailable, failureOf, type LossName, lossInWords } from './failures.ts';
import { Frame } from './frame.ts';
import type { Settings } from './settings.ts';

export type Phase = 'loading' | 'contacting' | 'starting' | 'ready' | 'over';

const steps: Readonly<Record<Exclude<Phase, 'over'>, string>> = {
  loading: 'Loading what talks to StackBlitz.',
  contacting: 'Asking StackBlitz for a WebContainer.',
  starting: 'StackBlitz answers: the WebContainer is starting.',
  ready: 'The WebContainer is there.',
};

/** The address of a module is all that tells one copy from another. */
let clients = 0;

async function loadClient(): Promise<typeof import('./client.ts')> {
  try {
    return await import(/* @vite-ignore */ `${scripts.client}#${++clients}`);
  } catch {
    throw new ContainerUnavailable('client-missing');
  }
}

export class Container {
  /** Rejects with ContainerUnavailable where it cannot be had. It may take for ever. */
  readonly ready: Promise<WebContainer>;
  /** Why it is no more; resolves when it is not. */
  readonly over: Promise<LossName>;
  readonly #settings: Settings;
  readonly #ready = Promise.withResolvers<WebContainer>();
  readonly #over = Promise.withResolvers<LossName>();
  readonly #watchers = new Set<(step: string) => void>();
  #phase: Phase = 'loading';
  #frame: Frame | undefined;
  #instance: WebContainer | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.ready = this.#ready.promise;
    this.over = this.#over.promise;
    this.ready.catch(() => undefined);
    this.#boot().catch((error: unknown) => this.#fail(error));
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Whether anything has come from StackBlitz. */
  get hasAnswered(): boolean {
    return this.#frame?.hasAnswered ?? false;
  }

  /** Tells the step that it is at and those that follow, until the function that it gives is called. */
  watch(report: (step: string) => void): () => void {
    if (this.#phase !== 'over') report(steps[this.#phase]);
    this.#watchers.add(report);
    return () => this.#watchers.delete(report);
  }

  /** Gives it back. */
  close(why: LossName): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    try {
      // It is told, so that it can tidy up; whether it does, nobody waits for.
      this.#instance?.teardown();
    } finally {
      this.#frame?.remove();
      this.#over.resolve(why);
      // Where it was never ready, this is news.
      this.#ready.reject(new ContainerUnavailable('refused', { detail: lossInWords[why] }));
    }
  }

  /** Settles as the promise does, unless the container is over before. */
  async whileThere<Value>(promise: Promise<Value>): Promise<Value> {
    return Promise.race([
      promise,
      this.over.then((why) => {
        throw new Error(lossInWords[why]);
      }),
    ]);
  }

  async #boot(): Promise<void> {
    const { WebContainer, configureAPIKey } = await loadClient();
    if (this.#phase === 'over') return;
    if (this.#settings.key) configureAPIKey(this.#settings.key);
    let booting: Promise<WebContainer> | undefined;
    this.#enter('contacting');
    const frame = await Frame.addedBy(
      () => {
        booting = WebContainer.boot({ coep: 'require-corp', workdirName: 'lesson' });
      },
      {
        onInit: () => this.#enter('starting'),
        onUnreachable: () => {
          if (this.#phase !== 'contacting') return;
          this.#fail(new ContainerUnavailable(navigator.onLine ? 'blocked' : 'offline'));
        },
        onReload: () => this.close('reloaded'),
      },
    );
    this.#frame = frame;
    // It was closed before its frame was there.
    if (this.#phaseIs('over')) return frame.remove();
    const instance = await booting;
    if (!instance || this.#phaseIs('over')) return;
    this.#instance = instance;
    this.#enter('ready');
    this.#ready.resolve(instance);
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const unavailable =
      error instanceof ContainerUnavailable
        ? error
        : new ContainerUnavailable(failureOf(message), { detail: message });
    this.#ready.reject(unavailable);
    this.close('closed');
  }

  #enter(phase: Exclude<Phase, 'over'>): void {
    if (this.#phase === 'over') return;
    this.#phase = phase;
    for (const report of this.#watchers) report(steps[phase]);
  }

  /** Asked after a wait, during which it may have become another. */
  #phaseIs(phase: Phase): boolean {
    return this.#phase === phase;
  }
}
