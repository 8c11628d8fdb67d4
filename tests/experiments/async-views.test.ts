import { beforeEach, describe, expect, it } from 'vitest';
import { experimentsOf, onARealClock } from '../support/experiment.ts';

// What the lesson says of these programs, and of the changes that it proposes. Counts only, no clocks.
const { take, takeSolution, change, run } = experimentsOf('02-waiting-together/06-async-views');

describe('the product page', onARealClock, () => {
  beforeEach(() => take('product-page'));

  /** For each way, how many of those that arrived while the page was made had to wait for it. */
  const others = () =>
    [...run().matchAll(/(\d+) of (\d+) others had to wait for it/g)].map(([, kept, arrived]) => ({
      kept: Number(kept),
      arrived: Number(arrived),
    }));

  /** Nearly all of them; on a busy machine some timers are late, and look like somebody who waited. */
  const letsIn = (counts: { kept: number; arrived: number } | undefined) =>
    expect(counts?.kept).toBeLessThan((counts?.arrived ?? 0) / 2);

  it('lets the others in while it waits, one by one or together, and keeps them out while it computes', () => {
    const [oneByOne, together, computing] = others();
    letsIn(oneByOne);
    letsIn(together);
    expect(computing?.kept).toBeGreaterThan(2);
  });

  it('lets the others in with one slow service', () => {
    change(
      'views.ts',
      'await sleep(ANSWER_MS);',
      "await sleep(service === 'reviews' ? 450 : ANSWER_MS);",
    );
    const [oneByOne, together] = others();
    letsIn(oneByOne);
    letsIn(together);
  });

  it('lets nobody in with a library that blocks', () => {
    change('views.ts', 'await sleep(ANSWER_MS);', 'while (performance.now() < start + ANSWER_MS);');
    for (const { kept, arrived } of others()) expect(kept).toBe(arrived);
  });

  it('lets the others in between the parts of its rendering', () => {
    change(
      'views.ts',
      "compute('rendering', RENDER_MS);",
      "for (let part = 0; part < 10; part++) { compute('rendering', RENDER_MS / 10); await sleep(0); }",
    );
    letsIn(others()[2]);
  });
});

describe('a page with a service that is late', onARealClock, () => {
  beforeEach(() => take('what-came'));

  it('is not there at all as it is given', () => {
    expect(run()).toBe('no page at all: AbortError\n');
  });

  it('has what came with the solution', () => {
    takeSolution();
    expect(run()).toBe("{ price: 'price of article 7', stock: 'stock of article 7' }\n");
  });
});
