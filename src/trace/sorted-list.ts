/**
 * A list in order, to which little is added at a time, mostly near its end. Adding is cheap; `settle` then puts what
 * is new into its place, moving only what comes after it. Two items that compare as equal are one.
 */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[] = [];
  #fresh: T[] = [];
  #removed = new Set<T>();

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  /** In order, as of the last `settle`. The same array, which the next one changes. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** How many there are, those that have no place yet included. */
  get size(): number {
    return this.#items.length + this.#fresh.length - this.#removed.size;
  }

  add(item: T): void {
    this.#fresh.push(item);
  }

  /** Takes out an item that was added: this one itself, not one like it. */
  remove(item: T): void {
    this.#removed.add(item);
  }

  /** Brings the list up to date. From the index that it returns on, items may be others than before. */
  settle(): number {
    const items = this.#items;
    if (this.#fresh.length === 0 && this.#removed.size === 0) return items.length;
    const stays = (item: T): boolean => !this.#removed.has(item);
    const fresh = this.#fresh.filter(stays).sort(this.#compare);
    let from = items.length;
    for (const item of this.#removed) from = Math.min(from, this.#indexOf(item));
    if (fresh[0] !== undefined) from = Math.min(from, this.#indexOf(fresh[0]));
    const tail = items.splice(from).filter(stays);
    this.#fresh = [];
    this.#removed = new Set();
    let next = 0;
    for (const item of fresh) {
      for (let old = tail[next]; old !== undefined; old = tail[++next]) {
        if (this.#compare(old, item) > 0) break;
        items.push(old);
      }
      const last = items.at(-1);
      if (last === undefined || this.#compare(last, item) !== 0) items.push(item);
    }
    for (; next < tail.length; next++) items.push(tail[next] as T);
    return from;
  }

  /** Where the item is, or would be. */
  #indexOf(item: T): number {
    return firstIndex(this.#items, (each) => this.#compare(each, item) >= 0);
  }
}

/** The first index whose item passes, in a list in which all after it pass as well; the length if there is none. */
export function firstIndex<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
