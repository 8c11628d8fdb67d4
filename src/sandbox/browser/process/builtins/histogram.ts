/** The histograms of node:perf_hooks: values in nanoseconds, counted in buckets that are 0.1 % wide. */
const BUCKETS_PER_E = 1000;

export class Histogram {
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #sum = 0;
  #squares = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;

  record(value: number | bigint): void {
    const n = Math.max(1, Math.round(Number(value)));
    const bucket = Math.round(Math.log(n) * BUCKETS_PER_E);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
    this.#count++;
    this.#sum += n;
    this.#squares += n * n;
    this.#min = Math.min(this.#min, n);
    this.#max = Math.max(this.#max, n);
  }
  get count(): number {
    return this.#count;
  }
  /** Node's own value for an empty histogram. */
  get min(): number {
    return this.#count === 0 ? 9223372036854776000 : this.#min;
  }
  get max(): number {
    return this.#max;
  }
  get mean(): number {
    return this.#count === 0 ? Number.NaN : this.#sum / this.#count;
  }
  get stddev(): number {
    return this.#count === 0
      ? Number.NaN
      : Math.sqrt(Math.max(0, this.#squares / this.#count - this.mean ** 2));
  }
  get exceeds(): number {
    return 0;
  }
  percentile(percent: number): number {
    const wanted = Math.max(1, Math.ceil((percent / 100) * this.#count));
    let seen = 0;
    for (const [bucket, count] of [...this.#buckets].sort(([a], [b]) => a - b)) {
      seen += count;
      if (seen >= wanted) return Math.min(this.#max, Math.round(Math.exp(bucket / BUCKETS_PER_E)));
    }
    return this.#max;
  }
  get percentiles(): Map<number, number> {
    return new Map([0, 50, 75, 90, 99, 100].map((percent) => [percent, this.percentile(percent)]));
  }
  reset(): void {
    this.#buckets.clear();
    this.#count = 0;
    this.#sum = 0;
    this.#squares = 0;
    this.#min = Number.POSITIVE_INFINITY;
    this.#max = 0;
  }
}
