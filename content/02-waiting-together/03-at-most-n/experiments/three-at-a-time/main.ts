// The same twelve prices, from a service that has limits of its own.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const ARTICLES = 12;

// Out there it is another machine; here it is another thread.
const service = new Worker(new URL('./service.ts', import.meta.url));
const [port] = await once(service, 'message');

/** Gives whether there was a price, or a refusal. */
async function price(article: number): Promise<boolean> {
  const start = performance.now();
  const { ok } = await fetch(`http://localhost:${port}/${article}`);
  performance.measure(`price ${article}`, { start, detail: { ok } });
  return ok;
}

/** Asks for all, with so many calls in flight at most. */
async function ask(limit: number) {
  performance.mark(`at most ${limit}`);
  const start = performance.now();
  const waiting = Array.from({ length: ARTICLES }, (_, n) => n + 1).values();
  let answered = 0;
  const runner = async () => {
    for (const article of waiting) if (await price(article)) answered++;
  };
  await Promise.all(Array.from({ length: limit }, runner));
  const ms = Math.round(performance.now() - start);
  const refused = ARTICLES - answered;
  console.log(`at most ${limit}: ${answered} answered, ${refused} refused`);
  console.log(`  after about ${ms} ms`);
  return { answered, ms };
}

await ask(1);
const three = await ask(3);
const six = await ask(6);
const twelve = await ask(12);
service.postMessage('close');

// With twice the limit it takes about as long, or about half.
const whenAll = six.ms / three.ms > 0.75 ? 'as soon' : 'sooner';
performance.mark('result', {
  detail: {
    withSix: six.answered < ARTICLES ? 'refused' : whenAll,
    answeredOfTwelve: twelve.answered,
  },
});
