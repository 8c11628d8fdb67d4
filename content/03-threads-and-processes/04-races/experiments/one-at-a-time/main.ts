import { setTimeout as sleep } from 'node:timers/promises';
import { exclusively } from './exclusively.ts';

let stock = 3;

async function buy(user: number): Promise<void> {
  const left = stock;
  await sleep(5); // to the database and back
  const ok = left > 0;
  if (ok) stock = left - 1;
  console.log(ok ? `user ${user} has a ticket` : `user ${user} is too late`);
}

const users = [1, 2, 3, 4, 5];
await Promise.all(
  users.map((user) =>
    exclusively(async () => {
      const start = performance.now();
      await buy(user);
      performance.measure(`user ${user}`, { start });
    }),
  ),
);
console.log(`stock says ${stock}`);
