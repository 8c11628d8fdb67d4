async function leaf(): Promise<never> {
  await null;
  throw new Error('deep');
}
async function middle(): Promise<void> {
  await leaf();
}
async function top(): Promise<void> {
  await middle();
}
try {
  await top();
} catch (error) {
  const { stack = '' } = error as Error;
  console.log(stack.split('\n').slice(0, 2).map((line) => line.trim().replace(/:\d+\)?$/, '')));
}
await top();
