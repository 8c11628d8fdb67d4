import { on, once, EventEmitter } from 'node:events';
import { setInterval as every } from 'node:timers/promises';
let n = 0;
for await (const _ of every(5, 'x')) if (++n === 3) break;
console.log('ticks', n);
const e = new EventEmitter();
setTimeout(() => e.emit('go', 1, 2), 5);
console.log(await once(e, 'go'));
try {
  await once(e, 'never', { signal: AbortSignal.timeout(20) });
} catch (x) {
  console.log((x as Error).name, ((x as Error).cause as Error)?.name);
}
