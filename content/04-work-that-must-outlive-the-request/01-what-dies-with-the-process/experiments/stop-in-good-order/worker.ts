// Promises a receipt for each order, and sends them one by one.
import { setTimeout as sleep } from 'node:timers/promises';

const waiting: number[] = [];

process.on('message', (order: number) => {
  waiting.push(order);
  process.send?.({ promised: order });
  if (waiting.length === 1) sendAll();
});

async function sendAll(): Promise<void> {
  for (let order = waiting[0]; order !== undefined; order = waiting[0]) {
    const start = performance.now();
    await sleep(30);
    process.send?.({ sent: order });
    performance.measure(`receipt ${order}`, { start });
    waiting.shift();
  }
}
