/** Timers in the order in which they are due; those due at the same time in the order in which they were set. */
export interface HeapTimer {
  /** Milliseconds since the run began. */
  due: number;
  order: number;
  /** Its place in the heap, -1 outside. */
  place: number;
}

export class TimerHeap<Timer extends HeapTimer> {
  readonly #timers: Timer[] = [];

  first(): Timer | undefined {
    return this.#timers[0];
  }

  add(timer: Timer): void {
    this.#put(timer, this.#timers.length);
    this.#rise(timer);
  }

  remove(timer: Timer): void {
    if (timer.place < 0) return;
    const last = this.#timers.pop();
    if (last && last !== timer) {
      this.#put(last, timer.place);
      this.#rise(last);
      this.#sink(last);
    }
    timer.place = -1;
  }

  #put(timer: Timer, place: number): void {
    this.#timers[place] = timer;
    timer.place = place;
  }

  #rise(timer: Timer): void {
    while (timer.place > 0) {
      const above = this.#timers[(timer.place - 1) >> 1];
      if (!above || isBefore(above, timer)) return;
      this.#swap(above, timer);
    }
  }

  #sink(timer: Timer): void {
    for (;;) {
      const left = this.#timers[2 * timer.place + 1];
      const right = this.#timers[2 * timer.place + 2];
      const sooner = left && right && isBefore(right, left) ? right : left;
      if (!sooner || isBefore(timer, sooner)) return;
      this.#swap(timer, sooner);
    }
  }

  #swap(a: Timer, b: Timer): void {
    const place = a.place;
    this.#put(a, b.place);
    this.#put(b, place);
  }
}

function isBefore(a: HeapTimer, b: HeapTimer): boolean {
  return a.due === b.due ? a.order < b.order : a.due < b.due;
}
