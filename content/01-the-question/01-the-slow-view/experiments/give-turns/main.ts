import { report } from './report.ts';

/** Takes about four milliseconds, without letting go of the thread. */
function price(row: number): number {
  const end = performance.now() + 4;
  while (performance.now() < end);
  return row * 3;
}

let served = 0;
const others = setInterval(() => {
  performance.mark('another user is served');
  served++;
}, 10);

const began = performance.now();
const sum = await report(
  Array.from({ length: 60 }, (_, row) => row),
  price,
);
performance.measure('report', { start: began });
clearInterval(others);

console.log(`sum: ${sum}`);
console.log(`other users served meanwhile: ${served > 0 ? served : 'none'}`);
