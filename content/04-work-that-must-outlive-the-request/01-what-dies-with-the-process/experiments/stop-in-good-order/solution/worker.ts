// Promises a receipt for each order, and sends them one by one.
import { setTimeout as sleep } from 'node:timers/promises';

const waiting: number[] = [];
let isStopping = false;

process.once('SIGTERM', () => {
  isStopping = true;
  leaveWhenDone();
});

process.on('message', (order: number) => {
  if (isStopping) return;
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
  leaveWhenDone();
}

/** Without its channel the process has nothing to wait for, and ends. */
function leaveWhenDone(): void {
  if (isStopping && waiting.length === 0) process.disconnect();
}
