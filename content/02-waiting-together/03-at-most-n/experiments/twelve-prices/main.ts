// Twelve prices from one slow service, and three ways to wait.
import { LIMIT, price, service } from './price.ts';

const articles = Array.from({ length: 12 }, (_, n) => n + 1);

async function oneByOne() {
  for (const article of articles) await price(article);
}

async function allAtOnce() {
  await Promise.all(articles.map((article) => price(article)));
}

/** Some runners share one list: each takes the next article. */
async function atMost() {
  const waiting = articles.values();
  const runner = async () => {
    for (const article of waiting) await price(article);
  };
  await Promise.all(Array.from({ length: LIMIT }, runner));
}

/** Gives the most calls in flight, and how long all took. */
async function run(how: string, way: () => Promise<void>) {
  performance.mark(how);
  service.peak = 0;
  const start = performance.now();
  await way();
  const ms = Math.round(performance.now() - start);
  const { peak } = service;
  console.log(`${how}: at most ${peak} in flight, about ${ms} ms`);
  return { peak, ms };
}

const one = await run('one by one', oneByOne);
const all = await run('all at once', allAtOnce);
const some = await run(`at most ${LIMIT}`, atMost);
service.close();
performance.mark('result', {
  detail: {
    allAtOnceMs: all.ms,
    oneByOnePeak: one.peak,
    allAtOncePeak: all.peak,
    atMostPeak: some.peak,
  },
});
