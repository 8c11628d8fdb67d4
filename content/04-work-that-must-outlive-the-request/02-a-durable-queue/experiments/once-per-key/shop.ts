// A queue and a bank, which outlive a worker; and whoever kills it.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Order {
  readonly id: number;
  readonly customer: string;
  readonly cents: number;
}
export interface Queue {
  ack(order: Order): Promise<void>;
}
export interface Bank {
  /** With a `key`: once for each key, however often it is asked. */
  charge(customer: string, cents: number, key?: string): Promise<void>;
}
export type Handle = (order: Order, queue: Queue, bank: Bank) => Promise<void>;

export const MOMENTS = [
  'before the ack',
  'after the ack',
  'before the charge',
  'after the charge',
] as const;
export type Moment = (typeof MOMENTS)[number] | 'never';

export function openShop(orders: readonly Order[]) {
  const waiting = [...orders];
  const keys = new Set<string>();
  const charged: string[] = [];

  /** A life of the worker, until it is killed or the queue is empty. */
  async function live(handle: Handle, killed: Moment): Promise<void> {
    let isDead = false;
    /** A dead worker does nothing more, whatever its code would like. */
    async function step(name: 'ack' | 'charge', effect: () => void) {
      if (killed === `before the ${name}`) isDead = true;
      await sleep(4);
      if (!isDead) effect();
      if (killed === `after the ${name}`) isDead = true;
      if (isDead) throw new Error('killed');
    }
    const queue: Queue = {
      ack: (order) => step('ack', () => void waiting.splice(waiting.indexOf(order), 1)),
    };
    const bank: Bank = {
      charge: (customer, cents, key) =>
        step('charge', () => {
          if (key !== undefined && keys.has(key)) return;
          if (key !== undefined) keys.add(key);
          charged.push(`${customer} ${cents}`);
        }),
    };
    for (let tries = 0; tries < 10 && waiting[0] && !isDead; tries++) {
      const start = performance.now();
      const { id } = waiting[0];
      await handle(waiting[0], queue, bank).catch(() => (isDead = true));
      const detail = { ok: !isDead };
      performance.measure(`order ${id}`, { start, detail });
    }
  }
  return { live, waiting, charged };
}
