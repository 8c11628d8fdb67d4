/** One container for all tabs of the course: whoever holds the lock has it. */

const NAME = 'unblocked:webcontainer';

export class TabLock {
  #release: (() => void) | undefined;
  readonly #onLost: () => void;

  /** `onLost` is called when another tab takes over. */
  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  /** Whether this tab holds it now. `takeOver` takes it from whoever has it. */
  take({ takeOver }: { readonly takeOver: boolean }): Promise<boolean> {
    if (this.#release) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const held = navigator.locks.request(
        NAME,
        takeOver ? { steal: true } : { ifAvailable: true },
        (lock) => {
          if (!lock) {
            resolve(false);
            return undefined;
          }
          // The lock is held for as long as this promise is open.
          return new Promise<void>((release) => {
            this.#release = release;
            resolve(true);
          });
        },
      );
      held.catch((error: unknown) => {
        const hadIt = this.#release !== undefined;
        this.#release = undefined;
        if (hadIt) this.#onLost();
        else reject(error);
      });
    });
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
