/**
 * A ledger that is kept in a place that may be full, forbidden, damaged, or written by another tab.
 * Memory always has the newest state; the place gets it when it can.
 */
import {
  add,
  decode,
  type Entries,
  empty,
  encode,
  type Ledger,
  type LedgerFormat,
  latest,
  merge,
} from './ledger.ts';
import { type Observable, subject } from './observable.ts';

/** Texts under keys, as `localStorage` has them. Both functions may throw. */
export interface Place {
  read(key: string): string | null;
  write(key: string, text: string): void;
}

export type Trouble = 'blocked' | 'full' | 'damaged' | 'newer';

export interface StoredLedger<E extends Entries> extends Observable<Ledger<E>> {
  /** Adds what `change` makes of the moment, and stores it. */
  add(change: (at: number) => Ledger<E>): void;
  /** To be called with the stored text when another tab has written it. */
  receive(text: string): void;
}

export interface StoredLedgerOptions<E extends Entries> {
  readonly format: LedgerFormat<E>;
  readonly place: Place;
  /** Milliseconds since 1970. */
  now(): number;
  /** Called each time; telling the reader once is the caller's business. `undefined`: stored again. */
  onTrouble(trouble: Trouble | undefined): void;
}

export function storedLedger<E extends Entries>(options: StoredLedgerOptions<E>): StoredLedger<E> {
  const { format, place, now, onTrouble } = options;
  const memory = subject(empty(format));

  function remember(ledger: Ledger<E>): void {
    if (encode(ledger) !== encode(memory.value)) memory.set(ledger);
  }

  /** Merges a stored text into memory. Says whether the place may be written to. */
  function take(text: string): boolean {
    const decoded = decode(format, text);
    if (decoded.type === 'newer') {
      onTrouble('newer');
      return false;
    }
    remember(merge(format, memory.value, decoded.ledger));
    if (decoded.invalid.length === 0) return true;
    onTrouble('damaged');
    // Nothing of the reader's is thrown away: the text as it was stays beside what could be read of it.
    return write(`${format.key}:set-aside`, text) && write(format.key, encode(memory.value));
  }

  function write(key: string, text: string): boolean {
    try {
      place.write(key, text);
      return true;
    } catch {
      onTrouble('full');
      return false;
    }
  }

  function load(): boolean {
    let text: string | null;
    try {
      text = place.read(format.key);
    } catch {
      onTrouble('blocked');
      return false;
    }
    return text === null || take(text);
  }

  let loaded = false;
  function loadOnce(): void {
    if (loaded) return;
    loaded = true;
    load();
  }

  return {
    get value() {
      loadOnce();
      return memory.value;
    },
    subscribe(listener) {
      loadOnce();
      return memory.subscribe(listener);
    },
    add(change) {
      loaded = true;
      // Another tab may have written since: what is stored is the sum of both.
      const writable = load();
      const at = Math.max(now(), latest(memory.value) + 1);
      remember(add(format, memory.value, change(at)));
      if (writable && write(format.key, encode(memory.value))) onTrouble(undefined);
    },
    receive(text) {
      // Two tabs may read before either writes, and the second writing then lacks the first. Whoever knows more
      // writes the sum; merging has no order and encoding one form, so the tabs agree and fall silent.
      if (take(text) && encode(memory.value) !== text) write(format.key, encode(memory.value));
    },
  };
}
