import { setTimeout as sleep } from 'node:timers/promises';
import { mapLimit } from './map-limit.ts';

let inFlight = 0;
let peak = 0;

/** Some prices take longer than others. */
async function price(article: number): Promise<string> {
  peak = Math.max(peak, ++inFlight);
  const start = performance.now();
  await sleep(30 + 20 * (article % 4));
  performance.measure(`price ${article}`, { start });
  inFlight--;
  return `${article}.90`;
}

const articles = Array.from({ length: 12 }, (_, n) => n + 1);
const prices = await mapLimit(articles, 4, price);
console.log(prices.join('  '));
console.log(`at most ${peak} in flight`);
