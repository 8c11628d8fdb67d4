import type { Bank, Order, Queue } from './shop.ts';

/** Charges for one order, and takes it off the queue. */
export async function handle(order: Order, queue: Queue, bank: Bank): Promise<void> {
  await queue.ack(order);
  await bank.charge(order.customer, order.cents);
}
