/** One container for all tabs of the course: whoever holds the lock has it. */

const NAME = 'unblocked:webcontainer';

export class TabLock {
  readonly #onLost: () => void;
  #release: (() => void) | undefined;
  /** Settles once what was held is given back. */
  #held: Promise<unknown> = Promise.resolve();

  /** `onLost` is called when another tab takes over. */
  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  /** Whether this tab holds it now. `takeOver` takes it from whoever has it. */
  async take({ takeOver }: { readonly takeOver: boolean }): Promise<boolean> {
    if (this.#release) return true;
    await this.#held;
    const answer = Promise.withResolvers<boolean>();
    const held = navigator.locks.request(
      NAME,
      takeOver ? { steal: true } : { ifAvailable: true },
      (lock) => {
        answer.resolve(lock !== null);
        if (!lock) return undefined;
        // The lock is held for as long as this promise is open.
        return new Promise<void>((release) => {
          this.#release = release;
        });
      },
    );
    this.#held = held.catch((error: unknown) => {
      answer.reject(error);
      if (this.#release) this.#onLost();
      this.#release = undefined;
    });
    return answer.promise;
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
