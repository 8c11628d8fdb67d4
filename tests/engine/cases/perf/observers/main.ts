import { performance, PerformanceObserver } from 'node:perf_hooks';

const show = (who: string) => (list: { getEntries(): { name: string; entryType: string }[] }) =>
  console.log(who, list.getEntries().map(({ name, entryType }) => `${entryType}:${name}`).join(' '));
performance.mark('before');
const both = new PerformanceObserver(show('both'));
both.observe({ entryTypes: ['mark', 'measure'] });
const buffered = new PerformanceObserver(show('buffered'));
buffered.observe({ type: 'mark', buffered: true });
const functions = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) console.log('function', entry.name, entry.duration >= 0, (entry as unknown as { detail: unknown[] }).detail);
});
functions.observe({ entryTypes: ['function'] });
performance.mark('one');
performance.measure('two', 'one');
const add = performance.timerify(function add(a: number, b: number) {
  return a + b;
});
console.log(add(1, 2), add.name, add.length);
console.log('nothing is told at once');
await new Promise((resolve) => setTimeout(resolve, 5));
performance.mark('three');
console.log('taken', both.takeRecords().map(({ name }) => name));
both.disconnect();
performance.mark('four');
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(PerformanceObserver.supportedEntryTypes.includes('function'), performance.getEntriesByType('function').length);
buffered.disconnect();
functions.disconnect();
