/** What it costs to be traced: a loop with the preload and without it, and each event that a program causes. */
import { fileURLToPath } from 'node:url';
import { type Bench, type Row, ratio } from './bench.ts';
import { numbersIn, runOnNode } from './node.ts';
import { cpuLoop, marking, messageRoundTrip } from './programs.ts';

const preload = fileURLToPath(new URL('../../src/sandbox/trace-preload.ts', import.meta.url));
const traced = ['--disable-warning=ExperimentalWarning', '--import', preload];

export const bench: Bench = {
  name: 'trace',
  async measure({ page, rounds }) {
    const took = { bare: [] as number[], traced: [] as number[] };
    const trips = { bare: [] as number[], traced: [] as number[] };
    const marks = { bare: [] as number[], traced: [] as number[], engine: [] as number[] };
    for (let round = 0; round < Math.ceil(rounds / 2); round++) {
      took.bare.push(...(await measured(cpuLoop, [])));
      took.traced.push(...(await measured(cpuLoop, traced)));
      trips.bare.push(...(await measured(messageRoundTrip, [])));
      trips.traced.push(...(await measured(messageRoundTrip, traced)));
      marks.bare.push(...(await measured(marking, [])));
      marks.traced.push(...(await measured(marking, traced)));
      marks.engine.push(...(await page.evaluate((text) => inPage.programNumbers(text), marking)));
    }
    const loop = row('loop of 50 million steps, Node', 'ms', took.bare);
    const tracedLoop = row('the same, traced', 'ms', took.traced);
    const toBare = { ...ratio(tracedLoop, loop), to: 'untraced' };
    const trip = row('message round trip, Node', 'µs', trips.bare);
    const tracedTrip = row('the same, traced (four events)', 'µs', trips.traced);
    const mark = row('mark, Node', 'µs', marks.bare);
    const tracedMark = row('mark, Node, traced', 'µs', marks.traced);
    return [
      loop,
      {
        ...tracedLoop,
        ratios: [toBare],
        aim: { words: 'at most 3 % more', isMet: toBare.value <= 1.03 },
      },
      trip,
      { ...tracedTrip, ratios: [{ ...ratio(tracedTrip, trip), to: 'untraced' }] },
      mark,
      tracedMark,
      row('mark, engine (always traced)', 'µs', marks.engine),
    ];
  },
};

function row(what: string, unit: string, samples: number[]): Row {
  return { what, unit, samples };
}

/** The numbers that it prints, without the events around them. */
async function measured(program: string, args: readonly string[]): Promise<number[]> {
  const { stdout } = await runOnNode(program, args);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are made of them
  return numbersIn(stdout.replace(/\x1b\]7771;[^\x07]*\x07/g, ''));
}
