/** What it takes to reach another thread and come back: by messages, and by waiting in shared memory. */
import { type Bench, type BenchContext, type Row, ratio } from './bench.ts';
import { numbersIn, runOnNode } from './node.ts';
import { messageRoundTrip, sharedPingPong } from './programs.ts';

export const bench: Bench = {
  name: 'messages',
  async measure(context) {
    const { page } = context;
    return [
      ...(await compared(context, 'message round trip', messageRoundTrip, () =>
        page.evaluate(() => inPage.bareRoundTrip()),
      )),
      ...(await compared(context, 'shared-memory ping-pong', sharedPingPong, () =>
        page.evaluate(() => inPage.barePingPong()),
      )),
    ];
  },
};

async function compared(
  { page, rounds }: BenchContext,
  what: string,
  program: string,
  measureBare: () => Promise<number[]>,
): Promise<Row[]> {
  const took = { bare: [] as number[], node: [] as number[], engine: [] as number[] };
  for (let round = 0; round < Math.ceil(rounds / 3); round++) {
    took.bare.push(...(await measureBare()));
    took.engine.push(...(await page.evaluate((text) => inPage.programNumbers(text), program)));
    took.node.push(...numbersIn((await runOnNode(program)).stdout));
  }
  const row = (where: string, samples: number[]): Row => ({
    what: `${what}, ${where}`,
    unit: 'µs',
    samples,
  });
  const bare = row('bare workers', took.bare);
  const node = row('Node', took.node);
  const engine = row('engine', took.engine);
  return [
    bare,
    node,
    {
      ...engine,
      ratios: [
        { ...ratio(engine, bare), to: 'bare' },
        { ...ratio(engine, node), to: 'Node' },
      ],
    },
  ];
}
