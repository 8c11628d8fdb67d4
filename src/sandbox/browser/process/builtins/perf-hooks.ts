/** node:perf_hooks, on the clock of the run: `timeOrigin` is when it began, in every thread. */
import { addImmediate, utilization } from '../loop.ts';
import { native } from '../native.ts';
import { nodeError } from '../node-error.ts';
import { now, thread } from '../thread.ts';
import { Histogram } from './histogram.ts';

interface MarkOptions {
  detail?: unknown;
  startTime?: number;
}
interface MeasureOptions {
  detail?: unknown;
  start?: string | number;
  end?: string | number;
  duration?: number;
}

export class PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  constructor(name: string, entryType: string, startTime: number, duration: number) {
    this.name = name;
    this.entryType = entryType;
    this.startTime = startTime;
    this.duration = duration;
  }
  toJSON(): object {
    return { ...this };
  }
}
export class PerformanceMark extends PerformanceEntry {
  readonly detail: unknown;
  constructor(name: string, { detail, startTime = now() }: MarkOptions = {}) {
    super(String(name), 'mark', startTime, 0);
    this.detail = detail === undefined ? null : structuredClone(detail);
  }
}
export class PerformanceMeasure extends PerformanceEntry {
  readonly detail: unknown;
  constructor(name: string, start: number, duration: number, detail: unknown) {
    super(String(name), 'measure', start, duration);
    this.detail = detail === undefined ? null : structuredClone(detail);
  }
}

/** A program that marks for ever must not fill the memory; Node keeps all, and warns. */
const MAX_ENTRIES = 1_000_000;
const entries: PerformanceEntry[] = [];
const observers = new Set<PerformanceObserver>();

function keep<Entry extends PerformanceEntry>(entry: Entry): Entry {
  if (entries.length < MAX_ENTRIES) entries.push(entry);
  for (const observer of observers) observer.take(entry);
  return entry;
}

function timeOf(mark: string | number): number {
  if (typeof mark === 'number') return mark;
  const found = entries.findLast(({ name, entryType }) => name === mark && entryType === 'mark');
  if (found) return found.startTime;
  const words = `The "${mark}" performance mark has not been set`;
  throw nodeError(SyntaxError, 'ERR_INVALID_PERFORMANCE_MARK', words);
}

function clear(entryType: string, name?: string): void {
  const kept = entries.filter(
    (entry) => entry.entryType !== entryType || (name !== undefined && entry.name !== name),
  );
  entries.length = 0;
  for (const entry of kept) entries.push(entry);
}

interface Utilization {
  idle: number;
  active: number;
  utilization: number;
}
function withRatio(idle: number, active: number): Utilization {
  const all = idle + active;
  return { idle, active, utilization: all === 0 ? 0 : active / all };
}

export function eventLoopUtilization(newer?: Utilization, older?: Utilization): Utilization {
  if (newer && older) return withRatio(newer.idle - older.idle, newer.active - older.active);
  const { idle, active } = utilization();
  if (newer) return withRatio(idle - newer.idle, active - newer.active);
  return withRatio(idle, active);
}

export class Performance extends EventTarget {
  get timeOrigin(): number {
    return thread().origin;
  }
  now(): number {
    return now();
  }
  mark(name: string, options?: MarkOptions): PerformanceMark {
    return keep(new PerformanceMark(name, options));
  }
  measure(
    name: string,
    startOrOptions?: string | MeasureOptions,
    endMark?: string,
  ): PerformanceMeasure {
    const options =
      typeof startOrOptions === 'object' ? startOrOptions : { start: startOrOptions, end: endMark };
    const { start, end, duration } = options as MeasureOptions;
    const to =
      end !== undefined
        ? timeOf(end)
        : start !== undefined && duration !== undefined
          ? timeOf(start) + duration
          : now();
    const from = start !== undefined ? timeOf(start) : duration !== undefined ? to - duration : 0;
    const { detail } = options as MeasureOptions;
    return keep(new PerformanceMeasure(name, from, to - from, detail));
  }
  getEntries(): PerformanceEntry[] {
    return [...entries].sort((a, b) => a.startTime - b.startTime);
  }
  getEntriesByType(type: string): PerformanceEntry[] {
    return this.getEntries().filter(({ entryType }) => entryType === type);
  }
  getEntriesByName(name: string, type?: string): PerformanceEntry[] {
    return this.getEntries().filter(
      (entry) => entry.name === name && (type === undefined || entry.entryType === type),
    );
  }
  clearMarks(name?: string): void {
    clear('mark', name);
  }
  clearMeasures(name?: string): void {
    clear('measure', name);
  }
  timerify<Fn extends (...args: never[]) => unknown>(original: Fn): Fn {
    return original;
  }
  toJSON(): object {
    return { timeOrigin: this.timeOrigin, eventLoopUtilization: eventLoopUtilization() };
  }
}
Object.defineProperty(Performance.prototype, 'eventLoopUtilization', {
  value: eventLoopUtilization,
  writable: true,
  configurable: true,
});

export class PerformanceObserver {
  static readonly supportedEntryTypes = ['mark', 'measure'];
  readonly #callback: (list: object, observer: PerformanceObserver) => void;
  #types: readonly string[] = [];
  #taken: PerformanceEntry[] = [];
  constructor(callback: (list: object, observer: PerformanceObserver) => void) {
    this.#callback = callback;
  }
  observe(options: { entryTypes?: readonly string[]; type?: string; buffered?: boolean }): void {
    this.#types = options.entryTypes ?? (options.type === undefined ? [] : [options.type]);
    observers.add(this);
    if (options.buffered) for (const entry of entries) this.take(entry);
  }
  disconnect(): void {
    observers.delete(this);
  }
  takeRecords(): PerformanceEntry[] {
    return this.#taken.splice(0);
  }
  take(entry: PerformanceEntry): void {
    if (!this.#types.includes(entry.entryType)) return;
    if (this.#taken.push(entry) > 1) return;
    addImmediate({ run: () => this.#report() });
  }
  #report(): void {
    const all = this.takeRecords();
    if (all.length === 0) return;
    const list = {
      getEntries: () => all,
      getEntriesByName: (name: string) => all.filter((entry) => entry.name === name),
      getEntriesByType: (type: string) => all.filter(({ entryType }) => entryType === type),
    };
    this.#callback(list, this);
  }
}

/** Samples the loop: every value is how long the loop took to come round again, in nanoseconds. */
class LoopDelay extends Histogram {
  readonly #resolutionMs: number;
  #handle: number | undefined;
  constructor(resolutionMs: number) {
    super();
    this.#resolutionMs = resolutionMs;
  }
  enable(): boolean {
    if (this.#handle !== undefined) return false;
    let before = now();
    this.#handle = native.setInterval(() => {
      const after = now();
      this.record((after - before) * 1e6);
      before = after;
    }, this.#resolutionMs);
    return true;
  }
  disable(): boolean {
    if (this.#handle === undefined) return false;
    native.clearInterval(this.#handle);
    this.#handle = undefined;
    return true;
  }
  [Symbol.dispose](): void {
    this.disable();
  }
}

export function monitorEventLoopDelay({
  resolution = 10,
}: {
  resolution?: number;
} = {}): LoopDelay {
  return new LoopDelay(resolution);
}
export function createHistogram(): Histogram {
  return new Histogram();
}
export const constants = {};
export const performance = new Performance();
