/**
 * Real Node.js 22 in the page, by StackBlitz's WebContainer. Seen from `run.ts` it is an engine like the other; what it
 * needs is a network, StackBlitz's servers, and a browser that lets their frame store things. `failures.ts` names what
 * can be missing.
 *
 * A page has one container, from the first run until the reader leaves; all tabs of the course together have one.
 */
import type { BootOptions, Engine, Sandbox, Support } from '../engine.ts';
import { WorkerStripper } from '../typescript/worker-stripper.ts';
import { Container } from './container.ts';
import { ContainerUnavailable } from './failures.ts';
import { ContainerSandbox, takesTypesOut } from './sandbox.ts';
import { defaults, type Settings } from './settings.ts';
import { supportOf, surroundings } from './support.ts';
import { TabLock } from './tab-lock.ts';

/** Settings are for tests; readers get the defaults. */
export function createWebContainerEngine(settings: Partial<Settings> = {}): Engine {
  return new WebContainerEngine({ ...defaults, ...settings });
}

interface Held {
  readonly container: Container;
  readonly sandbox: Promise<Sandbox>;
  /** When it began, on the page's `performance`. */
  readonly beganAt: number;
}

class WebContainerEngine implements Engine {
  readonly id = 'webcontainer';
  readonly #settings: Settings;
  readonly #stripper = new WorkerStripper();
  readonly #lock = new TabLock(() => this.#held?.container.close('taken-over'));
  #held: Held | undefined;
  #takesOver = false;
  /** What Node said; the next container has the same one. */
  #takesTypesOut: boolean | undefined;
  #isListening = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  support(): Support {
    return supportOf(surroundings());
  }

  async boot({ signal, onProgress }: BootOptions): Promise<Sandbox> {
    signal.throwIfAborted();
    this.#listen();
    if (!this.#held && !navigator.onLine) throw new ContainerUnavailable('offline');
    const isOurs = await this.#lock.take({ takeOver: this.#takesOver });
    this.#takesOver = false;
    if (!isOurs) {
      const prepare = () => {
        this.#takesOver = true;
      };
      throw new ContainerUnavailable('other-tab', {
        wayOn: { label: 'Take over here', prepare },
      });
    }
    const held = this.#held ?? this.#open();
    const unwatch = held.container.watch(onProgress);
    try {
      return await this.#unlessTooSlow(held, signal);
    } finally {
      unwatch();
    }
  }

  #open(): Held {
    const container = new Container(this.#settings);
    const held: Held = {
      container,
      sandbox: this.#sandboxIn(container),
      beganAt: performance.now(),
    };
    held.sandbox.catch(() => container.close('closed'));
    this.#held = held;
    void container.over.then(() => {
      if (this.#held !== held) return;
      this.#held = undefined;
      this.#lock.release();
    });
    return held;
  }

  async #sandboxIn(container: Container): Promise<Sandbox> {
    const instance = await container.ready;
    this.#takesTypesOut ??= await container.whileThere(takesTypesOut(instance));
    return new ContainerSandbox({
      container,
      instance,
      stripper: this.#stripper,
      settings: this.#settings,
      takesTypesOut: this.#takesTypesOut,
      onDeaf: () => void this.#startAgain(),
    });
  }

  /** The next run shall not have to wait for it. Should it fail, that run will say so. */
  async #startAgain(): Promise<void> {
    if (await this.#lock.take({ takeOver: false })) this.#held ?? this.#open();
  }

  /** The container, or after the deadline a verdict; the container itself goes on starting, for the next try. */
  #unlessTooSlow(held: Held, signal: AbortSignal): Promise<Sandbox> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(this.#verdict(held)), this.#settings.verdictMs);
      const abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      held.sandbox.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      });
    });
  }

  #verdict({ container, beganAt }: Held): ContainerUnavailable {
    const isSlow = navigator.onLine && container.hasAnswered;
    const hasHadItsTime = performance.now() - beganAt >= this.#settings.giveUpMs;
    if (!isSlow || hasHadItsTime) container.close('closed');
    if (isSlow) return new ContainerUnavailable('too-slow');
    return new ContainerUnavailable(navigator.onLine ? 'blocked' : 'offline');
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    window.addEventListener('pagehide', () => this.#held?.container.close('left'));
  }
}

export const webcontainerEngine = createWebContainerEngine();
