/** From the press of Run to the first output. */
import { type Bench, type Row, ratio } from './bench.ts';
import { runOnNode } from './node.ts';
import { hello } from './programs.ts';

/** A reader reads before pressing Run again; by then the next worker is up. */
const REST_MS = 200;

export const bench: Bench = {
  name: 'run-start',
  async measure({ page, rounds }) {
    const took = {
      bare: [] as number[],
      warm: [] as number[],
      unchanged: [] as number[],
      cold: [] as number[],
      node: [] as number[],
    };
    const warm = async (salt: string) => {
      await page.waitForTimeout(REST_MS);
      return page.evaluate((program) => inPage.startWarm(program), hello(salt));
    };
    await warm('first');
    // In turns, so that a moment of noise strikes all alike.
    for (let round = 0; round < rounds; round++) {
      took.warm.push(await warm(`${round}`));
      took.unchanged.push(await warm(`${round}`));
      await page.waitForTimeout(REST_MS);
      took.bare.push(await page.evaluate(() => inPage.bareStart()));
      took.cold.push(await page.evaluate((program) => inPage.startCold(program), hello('cold')));
      took.node.push((await runOnNode(hello('node'))).firstMs);
    }
    const row = (what: string, samples: number[]): Row => ({ what, unit: 'ms', samples });
    const bare = row('bare new Worker to its first message', took.bare);
    const node = row('spawning Node to its first output', took.node);
    const started = row('Run to first output, warm', took.warm);
    const toBare = ratio(started, bare);
    const toNode = ratio(started, node);
    const short = (of: Row) => [
      { ...ratio(of, bare), to: 'bare' },
      { ...ratio(of, node), to: 'Node' },
    ];
    const unchanged = row('Run to first output, warm, unchanged', took.unchanged);
    const cold = row('Run to first output, cold', took.cold);
    return [
      bare,
      node,
      {
        ...started,
        ratios: short(started),
        aim: { words: '≤ 1.5 × bare, < Node', isMet: toBare.value <= 1.5 && toNode.value < 1 },
      },
      { ...unchanged, ratios: short(unchanged) },
      { ...cold, ratios: short(cold) },
    ];
  },
};
