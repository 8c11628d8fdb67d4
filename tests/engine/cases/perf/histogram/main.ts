import { createHistogram } from 'node:perf_hooks';

const h = createHistogram();
console.log(h.count, h.min, h.max, h.mean, h.stddev, h.percentiles);
for (let n = 1; n <= 100; n++) h.record(n);
console.log(h.count, h.min, h.max, h.mean, Math.round(h.stddev * 1e6), h.exceeds);
console.log(h.percentile(50), h.percentile(90), h.percentile(99), h.percentile(100), h.percentile(0.1));
console.log(h.percentiles);
const large = createHistogram();
for (const value of [1, 2047, 2048, 2049, 10_000, 123_456, 1_000_000, 987_654_321]) large.record(value);
console.log(large.min, large.max, Math.round(large.mean), Math.round(large.stddev), large.percentile(50), large.percentile(75));
console.log(large.percentiles);
large.record(5n);
h.add(large);
console.log(h.count, h.max, h.countBigInt, h.percentileBigInt(50));
h.reset();
console.log(h.count, h.max, Number.isNaN(h.mean));
const coarse = createHistogram({ lowest: 1, highest: 1000, figures: 1 });
for (const value of [5, 55, 555, 999]) coarse.record(value);
console.log(coarse.min, coarse.max, coarse.percentile(50), coarse.exceeds);
for (const wrong of [() => h.record(0), () => h.record(1.5), () => h.record('1' as never), () => h.percentile(0), () => h.percentile(101), () => createHistogram({ figures: 6 })]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as { code: string }).code, (error as Error).message);
  }
}
