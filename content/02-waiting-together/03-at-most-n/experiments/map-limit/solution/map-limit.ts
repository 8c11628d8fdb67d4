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
  const results: Result[] = [];
  const waiting = items.entries();
  let failed = false;

  const runner = async () => {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true; // the other runners begin nothing new
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, runner));
  return results;
}
