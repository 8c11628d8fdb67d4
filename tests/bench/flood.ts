/** An endless `console.log`: what comes through, and whether the page stays at ease. */
import type { Bench, Row } from './bench.ts';
import { quartiles } from './statistics.ts';

const LASTS_MS = 2000;

export const bench: Bench = {
  name: 'flood',
  async measure({ page, rounds }) {
    const figures = [];
    for (let round = 0; round < Math.ceil(rounds / 3); round++) {
      figures.push(await page.evaluate((lastsMs) => inPage.floodPage(lastsMs), LASTS_MS));
    }
    const longest = figures.map(({ longestGapMs }) => longestGapMs);
    const gaps: Row = { what: 'longest frame gap under a flood', unit: 'ms', samples: longest };
    return [
      {
        what: 'lines of a flood shown',
        unit: 'lines/s',
        samples: figures.map(({ linesPerSecond }) => linesPerSecond),
      },
      {
        what: 'longest frame gap of the page at rest',
        unit: 'ms',
        samples: figures.map(({ longestGapAtRestMs }) => longestGapAtRestMs),
      },
      { ...gaps, aim: { words: '≤ 50 ms', isMet: quartiles(longest).median <= 50 } },
    ];
  },
};
