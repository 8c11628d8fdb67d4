import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts only, no clocks.
const { take, change, read, run } = experimentsOf('02-waiting-together/03-at-most-n');

describe('twelve prices', onARealClock, () => {
  beforeEach(() => take('twelve-prices'));

  /** Of each way in turn, the most calls in flight. */
  const peaks = () =>
    [...run().matchAll(/at most (\d+) in flight/g)].map(([, peak]) => Number(peak));

  it('are asked for one by one, all at once, and four at a time', () => {
    expect(peaks()).toEqual([1, 12, 4]);
  });

  it('run into the next measurement when nobody awaits them', () => {
    change(
      'main.ts',
      'articles) await price(article);\n}\n\nasync',
      'articles) price(article);\n}\n\nasync',
    );
    const [forgotten, next = 0] = peaks();
    expect(forgotten).toBe(0);
    expect(next).toBeGreaterThan(12);
  });

  it('are in flight all at once when they are asked for first and awaited later', () => {
    change(
      'main.ts',
      '  for (const article of articles) await price(article);',
      '  const asked = articles.map(price);\n  for (const answer of asked) await answer;',
    );
    expect(peaks()[0]).toBe(12);
  });

  it.each([1, 12])('are as many at a time as the limit of %i says', (limit) => {
    change('price.ts', 'LIMIT = 4', `LIMIT = ${limit}`);
    expect(peaks()).toEqual([1, 12, limit]);
  });

  it('are as many at a time with p-limit', () => {
    change('main.ts', '// Twelve', "import pLimit from 'p-limit';\n// Twelve");
    const text = read('main.ts');
    const [body = ''] = / {2}const waiting[\s\S]*?runner\)\);/.exec(text) ?? [];
    change(
      'main.ts',
      body,
      '  const limit = pLimit(LIMIT);\n  await Promise.all(articles.map((article) => limit(price, article)));',
    );
    expect(peaks()).toEqual([1, 12, 4]);
  });
});

describe('a service that works on three at a time', onARealClock, () => {
  beforeEach(() => take('three-at-a-time'));

  /** How many were answered with a limit of 1, 3, 6 and 12; the others were refused. */
  const answered = () => {
    const counts = [...run().matchAll(/: (\d+) answered, (\d+) refused/g)].map(
      ([, answers, refusals]) => [Number(answers), Number(refusals)] as const,
    );
    for (const [answers, refusals] of counts) expect(answers + refusals).toBe(12);
    return counts.map(([answers]) => answers);
  };

  it('refuses five of twelve that come at once, and nobody as long as six are in flight at most', () => {
    expect(answered()).toEqual([12, 12, 12, 7]);
  });

  it('refuses two with six places', () => {
    change('service.ts', 'PLACES = 3', 'PLACES = 6');
    expect(answered()).toEqual([12, 12, 12, 10]);
  });

  it('refuses nobody with a long queue', () => {
    change('service.ts', 'QUEUE = 4', 'QUEUE = 100');
    expect(answered()).toEqual([12, 12, 12, 12]);
  });

  it('refuses some of six and of twelve without a queue', () => {
    change('service.ts', 'QUEUE = 4', 'QUEUE = 0');
    const [one, three, six, twelve] = answered();
    expect([one, three]).toEqual([12, 12]);
    expect(six).toBeLessThan(12);
    expect(twelve).toBeLessThan(12);
  });
});
