import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
console.log(delay.enable(), delay.enable(), delay.count);
await new Promise((resolve) => setTimeout(resolve, 40));
const end = performance.now() + 120;
while (performance.now() < end);
await new Promise((resolve) => setTimeout(resolve, 40));
console.log(delay.disable(), delay.disable());
console.log(delay.max >= 100e6, delay.max < 20e9, delay.min > 0, delay.mean > 0, delay.percentile(99) >= delay.percentile(50));
delay.reset();
console.log(delay.count, delay.max);
const before = performance.eventLoopUtilization();
const until = performance.now() + 60;
while (performance.now() < until);
await new Promise((resolve) => setTimeout(resolve, 60));
const { idle, active, utilization } = performance.eventLoopUtilization(before);
console.log(active >= 50, idle >= 30, utilization > 0.05 && utilization < 0.95);
console.log(Object.keys(performance.eventLoopUtilization(performance.eventLoopUtilization(), before)).join());
