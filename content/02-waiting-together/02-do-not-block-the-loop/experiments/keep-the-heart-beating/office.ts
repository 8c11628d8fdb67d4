import { render } from './render.ts';

/** Adds up all orders. `price` looks into a cache of this thread. */
export async function total(
  orders: readonly number[],
  price: (order: number) => number,
): Promise<number> {
  let sum = 0;
  for (const order of orders) sum += price(order);
  return sum;
}

/** The receipt of one order. */
export async function receipt(order: number) {
  return render(order);
}
