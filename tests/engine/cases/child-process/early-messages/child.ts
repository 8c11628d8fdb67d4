import { setTimeout as sleep } from 'node:timers/promises';

await sleep(50);
const got: unknown[] = [];
process.on('message', (message: { number: number }) => {
  got.push(message.number);
  if (message.number === 5) {
    process.send?.(got);
    setImmediate(() => process.disconnect());
  }
});
