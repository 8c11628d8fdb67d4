// One thread, three tickets, eight users. No other thread is started.
import { setTimeout as sleep } from 'node:timers/promises';

const TICKETS = 3;
const USERS = 8;

// A database: it answers after a few milliseconds.
let stock = TICKETS;
const travel = () => sleep(2 + Math.random() * 20);

const database = {
  async readStock() {
    await travel();
    return stock;
  },
  async writeStock(left: number) {
    await travel();
    stock = left;
  },
  async takeOne() {
    await travel();
    if (stock === 0) return false;
    stock -= 1; // looked and taken in one step: nothing in between
    return true;
  },
};

async function readThenWrite(): Promise<boolean> {
  const left = await database.readStock();
  if (left === 0) return false;
  await database.writeStock(left - 1);
  return true;
}

/** Lets all users buy; gives how many were told that they have a ticket. */
async function sell(how: string, buy: () => Promise<boolean>): Promise<number> {
  performance.mark(how);
  stock = TICKETS;
  const answers = Array.from({ length: USERS }, async (_, n) => {
    await sleep(n * 8); // users come one after the other
    const start = performance.now();
    const ok = await buy();
    performance.measure(`user ${n + 1}`, { start, detail: { ok } });
    return ok;
  });
  const sold = (await Promise.all(answers)).filter(Boolean).length;
  console.log(`${how}: ${sold} tickets sold, stock says ${stock}`);
  return sold;
}

const sold = await sell('read, then write', readThenWrite);
const soldInOneStep = await sell('in one step', database.takeOne);
performance.mark('result', { detail: { sold, soldInOneStep } });
