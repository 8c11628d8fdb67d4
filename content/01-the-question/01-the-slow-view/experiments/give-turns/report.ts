/** Adds up the prices of all rows. */
export async function report(
  rows: readonly number[],
  price: (row: number) => number,
): Promise<number> {
  let sum = 0;
  for (const row of rows) sum += price(row);
  return sum;
}
