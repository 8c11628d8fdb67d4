// Four at a time, results in the order of the tasks, as a hand-made limiter does it.
let running = 0;
let most = 0;
async function task(n: number): Promise<number> {
  most = Math.max(most, ++running);
  await new Promise((resolve) => setTimeout(resolve, (n * 7) % 5));
  running--;
  return n * n;
}
async function limited<T>(limit: number, tasks: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const entries = tasks.entries();
  const worker = async () => {
    for (const [index, run] of entries) results[index] = await run();
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
console.log(await limited(4, Array.from({ length: 12 }, (_, n) => () => task(n))), most, running);
