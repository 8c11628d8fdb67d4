import { setTimeout as sleep } from 'node:timers/promises';
import { page } from './page.ts';

const ANSWER_MS: Record<string, number> = { price: 60, stock: 90, reviews: 1500 };

/** Like `fetch`: the promise is rejected when the signal says so. */
async function ask(service: string, signal: AbortSignal): Promise<string> {
  const start = performance.now();
  let ok = false;
  try {
    await sleep(ANSWER_MS[service], undefined, { signal });
    ok = true;
    return `${service} of article 7`;
  } finally {
    performance.measure(service, { start, detail: { ok } });
  }
}

try {
  console.log(await page(['price', 'stock', 'reviews'], ask, 300));
} catch (error) {
  console.log(`no page at all: ${(error as Error).name}`);
}
