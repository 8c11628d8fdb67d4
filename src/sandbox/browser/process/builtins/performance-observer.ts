/** Who is told of new entries of the performance timeline. */
import { checkFunction, checkObject, invalidType, invalidValue } from '../argument-checks.ts';
import { addHeldImmediate } from '../loop.ts';
import { nodeError } from '../node-error.ts';
import type { PerformanceEntry } from './performance-entry.ts';
import { listen, timeline, unlisten } from './performance-timeline.ts';

const supported = ['function', 'mark', 'measure'] as const;

export class PerformanceObserverEntryList {
  readonly #entries: readonly PerformanceEntry[];
  constructor(entries: readonly PerformanceEntry[]) {
    this.#entries = entries.toSorted((a, b) => a.startTime - b.startTime);
  }
  getEntries(): PerformanceEntry[] {
    return [...this.#entries];
  }
  getEntriesByType(type: string): PerformanceEntry[] {
    return this.#entries.filter(({ entryType }) => entryType === type);
  }
  getEntriesByName(name: string, type?: string): PerformanceEntry[] {
    return this.#entries.filter(
      (entry) => entry.name === name && (type === undefined || entry.entryType === type),
    );
  }
}

interface ObserveOptions {
  entryTypes?: readonly string[];
  type?: string;
  buffered?: boolean;
}
type Callback = (list: PerformanceObserverEntryList, observer: PerformanceObserver) => void;

export class PerformanceObserver {
  static get supportedEntryTypes(): readonly string[] {
    return supported;
  }
  readonly #callback: Callback;
  readonly #types = new Set<string>();
  #mode: 'single' | 'multiple' | undefined;
  #taken: PerformanceEntry[] = [];

  constructor(callback: unknown) {
    checkFunction(callback, 'callback');
    this.#callback = callback as Callback;
  }

  observe(options: ObserveOptions = {}): void {
    checkObject(options, 'options');
    const { entryTypes, type, buffered = false } = options;
    if (entryTypes === undefined && type === undefined) {
      const words = 'The "options.entryTypes" and "options.type" arguments must be specified';
      throw nodeError(TypeError, 'ERR_MISSING_ARGS', words);
    }
    if (entryTypes !== undefined && type !== undefined)
      throw invalidValue(
        'options.entryTypes',
        entryTypes,
        'options.entryTypes can not set with options.type together',
      );
    const mode = entryTypes === undefined ? 'single' : 'multiple';
    if (this.#mode && this.#mode !== mode) return;
    this.#mode = mode;
    if (entryTypes !== undefined) {
      if (!Array.isArray(entryTypes))
        throw invalidType('options.entryTypes', 'an instance of Array', entryTypes);
      this.#types.clear();
    }
    const asked = [...(entryTypes ?? [String(type)])].filter((name) =>
      supported.some((one) => one === name),
    );
    for (const name of asked) this.#types.add(name);
    if (this.#types.size === 0) {
      this.disconnect();
      return;
    }
    listen(this.#take);
    if (type !== undefined && buffered) for (const entry of timeline) this.#take(entry);
  }
  disconnect(): void {
    unlisten(this.#take);
    this.#taken = [];
    this.#types.clear();
    this.#mode = undefined;
  }
  takeRecords(): PerformanceEntry[] {
    return this.#taken.splice(0);
  }

  readonly #take = (entry: PerformanceEntry): void => {
    if (!this.#types.has(entry.entryType)) return;
    if (this.#taken.push(entry) > 1) return;
    addHeldImmediate(() => this.#report());
  };
  #report(): void {
    const all = this.takeRecords();
    if (all.length > 0) this.#callback(new PerformanceObserverEntryList(all), this);
  }
}
