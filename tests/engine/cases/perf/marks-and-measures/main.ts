import { performance, PerformanceObserver } from 'node:perf_hooks';

performance.mark('a', { startTime: 10, detail: { step: 1 } });
performance.mark('b', { startTime: 25 });
console.log(performance.measure('a to b', 'a', 'b'));
console.log(performance.measure('with options', { start: 5, duration: 7, detail: ['x'] }));
console.log(performance.measure('to b', { end: 'b', duration: 5 }).startTime);
console.log(performance.getEntries().map(({ name, startTime }) => `${name}@${startTime}`).join(' '));
console.log(performance.getEntriesByName('a')[0]?.toJSON(), performance.getEntriesByType('measure').length);
performance.clearMarks('a');
console.log(performance.getEntriesByType('mark').map(({ name }) => name));
for (const wrong of [
  () => performance.measure('x', 'missing'),
  () => performance.mark('nodeStart'),
  () => performance.mark('early', { startTime: -1 }),
  () => performance.timerify(5 as never),
  () => new PerformanceObserver(1 as never),
  () => new PerformanceObserver(() => {}).observe({} as never),
]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as Error).name, (error as { code: unknown }).code, (error as Error).message);
  }
}
performance.clearMeasures();
performance.clearMarks();
console.log(performance.getEntries().length, typeof performance.timeOrigin, performance.now() > 0);
console.log(Object.keys(performance.toJSON()).join(), performance.nodeTiming.name);
