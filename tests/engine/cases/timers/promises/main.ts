import { scheduler, setImmediate, setInterval, setTimeout } from 'node:timers/promises';

console.log(await setTimeout(1, 'value'), await setImmediate('soon'));
const controller = new AbortController();
const waiting = setTimeout(1000, 'never', { signal: controller.signal });
controller.abort(new Error('reason'));
await waiting.catch((error) => console.log(error.name, error.code, error.message, error.cause.message));
await setTimeout(1, 0, { signal: AbortSignal.abort() }).catch((error) => console.log(error.name));
let count = 0;
for await (const value of setInterval(1, 'tick')) {
  console.log(value, ++count);
  if (count === 3) break;
}
await scheduler.wait(1);
await scheduler.yield();
void setTimeout(60_000, 'unheld', { ref: false });
for (const wrong of [() => setTimeout(1, 0, 5 as never), () => setTimeout(1, 0, { ref: 1 as never }), () => setTimeout(1, 0, { signal: {} as never })]) {
  await wrong().catch((error: { code: string }) => console.log(error.code));
}
console.log('end');
