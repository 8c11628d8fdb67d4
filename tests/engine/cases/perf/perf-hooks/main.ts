import { monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

console.log(performance === globalThis.performance, performance.now() > 0);
const mark = performance.mark('begin', { detail: { request: 7 } });
console.log(mark.name, mark.entryType, mark.duration, mark.detail);
const observer = new PerformanceObserver((list) => {
  for (const { name, entryType } of list.getEntries()) console.log('observed', entryType, name);
});
observer.observe({ entryTypes: ['measure'] });
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
await sleep(50);
const before = performance.eventLoopUtilization();
const end = performance.now() + 100;
while (performance.now() < end);
const { utilization } = performance.eventLoopUtilization(before);
const measure = performance.measure('work', { start: 'begin', detail: { ok: true } });
console.log(measure.detail, measure.duration >= 150, measure.startTime === mark.startTime);
await sleep(50);
delay.disable();
console.log('busy', utilization > 0.9, 'late', delay.max >= 90e6, delay.percentile(50) < delay.max);
console.log(performance.getEntriesByType('measure').map(({ name }) => name));
performance.clearMarks();
console.log(performance.getEntriesByName('begin').length);
try {
  performance.measure('x', 'no such mark');
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
observer.disconnect();
