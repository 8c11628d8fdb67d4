/** A value that can be watched. */
export interface Observable<T> {
  readonly value: T;
  /** Calls `listener` now and after every change, until the returned function is called. */
  subscribe(listener: (value: T) => void): () => void;
}

/** The side that changes the value. */
export interface Subject<T> extends Observable<T> {
  set(value: T): void;
}

export function subject<T>(initial: T): Subject<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      // A function of its own for each call: one listener may be given twice and taken back once.
      const own = (next: T) => listener(next);
      listeners.add(own);
      listener(value);
      return () => listeners.delete(own);
    },
  };
}
