/**
 * The histograms of node:perf_hooks: whole numbers in the buckets of Gil Tene's HdrHistogram, which keep so many decimal
 * figures of each value. What is read from one is what Node reads.
 */
import { checkInteger, invalidType, outOfRange } from '../argument-checks.ts';

/** Node's own value for an empty histogram. */
const EMPTY_MIN = 9223372036854776000;

export class Histogram {
  /** How often each bucket was hit, by the least value in it. */
  readonly #counts = new Map<number, number>();
  /** Below this every value has a bucket of its own. */
  readonly #exactBelow: number;
  #count = 0;
  #exceeds = 0;

  constructor(figures = 3) {
    this.#exactBelow = 2 ** Math.ceil(Math.log2(2 * 10 ** figures));
  }

  get count(): number {
    return this.#count;
  }
  get countBigInt(): bigint {
    return BigInt(this.#count);
  }
  get min(): number {
    return this.#count === 0 ? EMPTY_MIN : Math.min(...this.#counts.keys());
  }
  get minBigInt(): bigint {
    return this.#count === 0 ? 2n ** 63n - 1n : BigInt(this.min);
  }
  get max(): number {
    return this.#count === 0 ? 0 : this.#highest(Math.max(...this.#counts.keys()));
  }
  get maxBigInt(): bigint {
    return BigInt(this.max);
  }
  get mean(): number {
    return this.#sum((value) => this.#middle(value)) / this.#count;
  }
  get stddev(): number {
    const { mean } = this;
    return Math.sqrt(this.#sum((value) => (this.#middle(value) - mean) ** 2) / this.#count);
  }
  /** How many values were too large to be counted. */
  get exceeds(): number {
    return this.#exceeds;
  }
  get exceedsBigInt(): bigint {
    return BigInt(this.#exceeds);
  }

  percentile(percent: unknown): number {
    if (typeof percent !== 'number') throw invalidType('percentile', 'of type number', percent);
    if (!(percent > 0 && percent <= 100)) throw outOfRange('percentile', '> 0 && <= 100', percent);
    const wanted = Math.max(1, Math.floor((percent / 100) * this.#count + 0.5));
    let seen = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      if (seen >= wanted) return this.#highest(value);
    }
    return 0;
  }
  percentileBigInt(percent: unknown): bigint {
    return BigInt(this.percentile(percent));
  }

  /** From 0 to 100, each step half as far from 100 as the one before. */
  get percentiles(): Map<number, number> {
    const found = new Map<number, number>();
    let next = 0;
    let seen = 0;
    let last = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      last = value;
      while (next <= (100 * seen) / this.#count) {
        found.set(next, value);
        if (seen === this.#count) break;
        next += 100 / 2 ** (Math.floor(Math.log2(100 / (100 - next))) + 1);
      }
    }
    return found.set(100, last);
  }
  get percentilesBigInt(): Map<number, bigint> {
    return new Map([...this.percentiles].map(([percent, value]) => [percent, BigInt(value)]));
  }

  reset(): void {
    this.#counts.clear();
    this.#count = 0;
    this.#exceeds = 0;
  }
  toJSON(): object {
    const { count, min, max, mean, exceeds, stddev } = this;
    return {
      count,
      min,
      max,
      mean,
      exceeds,
      stddev,
      percentiles: Object.fromEntries(this.percentiles),
    };
  }
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    return `Histogram ${inspect({ min, max, mean, exceeds, stddev, count, percentiles }, options)}`;
  }

  protected addValue(value: number, times = 1): void {
    const bucket = this.#lowest(value);
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + times);
    this.#count += times;
  }
  protected addAll(other: Histogram): void {
    for (const [value, count] of other.#counts) this.addValue(value, count);
    this.#exceeds += other.#exceeds;
  }
  protected exceed(): void {
    this.#exceeds++;
  }

  #sorted(): [value: number, count: number][] {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
  #sum(of: (value: number) => number): number {
    let sum = 0;
    for (const [value, count] of this.#counts) sum += of(value) * count;
    return sum;
  }
  #width(value: number): number {
    return value < this.#exactBelow
      ? 1
      : 2 ** (Math.floor(Math.log2(value / this.#exactBelow)) + 1);
  }
  #lowest(value: number): number {
    const width = this.#width(value);
    return Math.floor(value / width) * width;
  }
  #highest(lowest: number): number {
    return lowest + this.#width(lowest) - 1;
  }
  #middle(lowest: number): number {
    return lowest + Math.floor(this.#width(lowest) / 2);
  }
}

export class RecordableHistogram extends Histogram {
  readonly #highestAllowed: number;
  #last: number | undefined;

  constructor({ highest = Number.MAX_SAFE_INTEGER, figures = 3 } = {}) {
    super(figures);
    this.#highestAllowed = Number(highest);
  }

  record(value: unknown): void {
    const given = typeof value === 'bigint' ? Number(value) : value;
    checkInteger(given, 'val', 1);
    if (given > this.#highestAllowed) this.exceed();
    else this.addValue(given);
  }
  /** The nanoseconds since the last call, from the second call on. */
  recordDelta(): void {
    const now = performance.now();
    if (this.#last !== undefined) this.record(Math.max(1, Math.round((now - this.#last) * 1e6)));
    this.#last = now;
  }
  add(other: unknown): void {
    if (!(other instanceof RecordableHistogram))
      throw invalidType('other', 'an instance of RecordableHistogram', other);
    this.addAll(other);
  }
}

interface HistogramOptions {
  lowest?: number | bigint;
  highest?: number | bigint;
  figures?: number;
}

export function createHistogram(options: HistogramOptions = {}): RecordableHistogram {
  const { lowest = 1, highest = Number.MAX_SAFE_INTEGER, figures = 3 } = options;
  if (typeof lowest !== 'bigint') checkInteger(lowest, 'options.lowest', 1);
  if (typeof highest !== 'bigint') checkInteger(highest, 'options.highest', 2 * Number(lowest));
  checkInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram({ highest: Number(highest), figures });
}
