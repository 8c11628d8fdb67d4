/** Counts what there may be only so many of. */
export class Quota {
  readonly #max: number;
  #used = 0;

  constructor(max: number) {
    this.#max = max;
  }
  hasRoom(): boolean {
    return this.#used < this.#max;
  }
  take(): void {
    this.#used++;
  }
  giveBack(): void {
    this.#used--;
  }
}
