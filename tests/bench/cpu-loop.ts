/** A loop of integers, once it is hot: in the engine, in the browser's bare worker, in Node. */
import { type Bench, type Row, ratio } from './bench.ts';
import { numbersIn, runOnNode } from './node.ts';
import { cpuLoop } from './programs.ts';

export const bench: Bench = {
  name: 'cpu-loop',
  async measure({ page, rounds }) {
    const took = { engine: [] as number[], bare: [] as number[], node: [] as number[] };
    for (let round = 0; round < Math.ceil(rounds / 2); round++) {
      took.bare.push(...(await page.evaluate(() => inPage.bareCpu())));
      took.engine.push(
        ...(await page.evaluate((program) => inPage.programNumbers(program), cpuLoop)),
      );
      took.node.push(...numbersIn((await runOnNode(cpuLoop)).stdout));
    }
    const row = (where: string, samples: number[]): Row => ({
      what: `loop of 50 million steps, ${where}`,
      unit: 'ms',
      samples,
    });
    const bare = row('bare worker', took.bare);
    const node = row('Node', took.node);
    const engine = row('engine', took.engine);
    const toBare = { ...ratio(engine, bare), to: 'bare' };
    return [
      bare,
      node,
      {
        ...engine,
        ratios: [toBare, { ...ratio(engine, node), to: 'Node' }],
        aim: { words: 'within 5 % of bare', isMet: toBare.value <= 1.05 },
      },
    ];
  },
};
