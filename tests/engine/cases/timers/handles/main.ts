import * as timers from 'node:timers';

const timeout = setTimeout(() => console.log('never'), 1);
console.log(timeout.constructor.name, timeout.hasRef(), timeout.unref() === timeout, timeout.hasRef(), timeout.ref().hasRef());
clearTimeout(timeout);
const byNumber = setTimeout(() => console.log('never'), 1);
clearTimeout(Number(byNumber));
const refreshed = setTimeout(() => console.log('refreshed, once'), 20);
setTimeout(() => refreshed.refresh(), 10);
{
  using disposed = setTimeout(() => console.log('never'), 1);
  console.log(typeof disposed[Symbol.dispose]);
}
await new Promise((resolve) => setTimeout(resolve, 5));
const immediate = setImmediate((a, b) => console.log('immediate', a, b), 1, 2);
console.log(immediate.constructor.name, immediate.hasRef());
await new Promise((resolve) => setImmediate(resolve));
setTimeout((...args) => console.log('arguments', args), 1, 'a', 'b');
setTimeout(() => console.log('unheld'), 100_000).unref();
console.log(timers.setTimeout === setTimeout, timers.promises !== undefined);
for (const wrong of [() => setTimeout('text' as never), () => setImmediate(null as never)]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as { code: string }).code, (error as Error).message);
  }
}
await new Promise((resolve) => setTimeout(resolve, 60));
