/** An engine whose sandbox is booted once and used for run after run, until somebody throws it away. */
import type { BootOptions, Engine, Sandbox } from './engine.ts';

/**
 * Wraps an engine so that `boot` gives the sandbox that is there, joins a boot that is under way, or starts one.
 * A boot goes on as long as anybody waits for it. `dispose` makes the next `boot` start afresh.
 */
export function keepingSandbox(engine: Engine): Engine {
  let kept: Boot | undefined;
  const forget = (boot: Boot) => {
    if (kept === boot) kept = undefined;
  };
  return {
    id: engine.id,
    support: () => engine.support(),
    boot(options) {
      options.signal.throwIfAborted();
      kept ??= new Boot(engine, forget);
      return kept.join(options);
    },
  };
}

class Boot {
  readonly #abort = new AbortController();
  readonly #waiting = new Set<BootOptions>();
  readonly #sandbox: Promise<Sandbox>;
  readonly #forget: (boot: Boot) => void;
  #step: string | undefined;

  constructor(engine: Engine, forget: (boot: Boot) => void) {
    this.#forget = forget;
    const onProgress = (step: string) => {
      this.#step = step;
      for (const options of this.#waiting) options.onProgress(step);
    };
    this.#sandbox = engine
      .boot({ signal: this.#abort.signal, onProgress })
      .then((sandbox) => this.#watched(sandbox));
    this.#sandbox.catch(() => forget(this));
  }

  join(options: BootOptions): Promise<Sandbox> {
    this.#waiting.add(options);
    if (this.#step !== undefined) options.onProgress(this.#step);
    return new Promise<Sandbox>((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(options);
        options.signal.removeEventListener('abort', abort);
      };
      const abort = () => {
        leave();
        reject(options.signal.reason);
        if (this.#waiting.size > 0) return;
        this.#forget(this);
        this.#abort.abort(options.signal.reason);
      };
      options.signal.addEventListener('abort', abort);
      this.#sandbox.then(resolve, reject).finally(leave);
    });
  }

  #watched(sandbox: Sandbox): Sandbox {
    return {
      spawn: (program) => sandbox.spawn(program),
      dispose: () => {
        this.#forget(this);
        return sandbox.dispose();
      },
    };
  }
}
