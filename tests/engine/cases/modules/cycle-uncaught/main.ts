import { calls } from './calls.ts'; export function breaks(): never { throw new TypeError('too far'); }

const made = new Error('made on the first level');
console.log(made.stack);
try {
  calls();
} catch (error) {
  console.log((error as Error).stack);
}
queueMicrotask(() => {
  breaks();
});
