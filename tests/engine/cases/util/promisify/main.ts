import { callbackify, promisify } from 'node:util';

function half(n: number, done: (error: Error | null, value?: number) => void) {
  setTimeout(() => (n % 2 ? done(new Error('odd')) : done(null, n / 2)), 1);
}
const halfLater = promisify(half);
console.log(halfLater.name, halfLater.length, promisify(halfLater) === halfLater);
console.log(await halfLater(4));
await halfLater(3).catch((error) => console.log(error.message));

const custom = Object.assign(() => {}, { [promisify.custom]: async () => 'custom' });
console.log(await promisify(custom)());
console.log(await promisify(setTimeout)(1, 'after a timeout'));

const back = callbackify(async (n: number) => {
  if (n < 0) throw new RangeError('negative');
  if (n === 0) return Promise.reject(null);
  return n * 2;
});
back(2, (error, value) => console.log('value', error, value));
back(-1, (error) => console.log('error', error.name));
back(0, (error) => console.log('falsy', error.code, error.reason));
try {
  promisify('x' as never);
} catch (error) {
  console.log((error as Error).name, (error as { code: string }).code, (error as Error).message);
}
