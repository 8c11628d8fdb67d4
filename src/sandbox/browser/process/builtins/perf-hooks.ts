/** node:perf_hooks */
export { monitorEventLoopDelay } from './event-loop-delay.ts';
export { createHistogram } from './histogram.ts';
export { eventLoopUtilization, Performance, performance, timerify } from './performance.ts';
export { PerformanceEntry, PerformanceMark, PerformanceMeasure } from './performance-entry.ts';
export { PerformanceObserver, PerformanceObserverEntryList } from './performance-observer.ts';

/** Of the garbage collector, of which a page sees nothing. */
export const constants = {};
