/** Frames a second while the reader moves along a timeline of 20,000 items, and while it grows to that. */
import { type Bench, median, type Row } from './bench.ts';

const LASTS_MS = 2_000;
const ITEMS = 20_000;

export const bench: Bench = {
  name: 'timeline',
  async measure({ page, rounds }) {
    const rows: Row[] = [];
    for (const doing of ['resting', 'panning', 'zooming', 'growing'] as const) {
      const fps: number[] = [];
      const gaps: number[] = [];
      for (let round = 0; round < Math.min(rounds, 5); round++) {
        const { framesPerSecond, longestGapMs } = await page.evaluate(
          ([what, items, lastsMs]) => inPage.timelineFrames(what, items, lastsMs),
          [doing, ITEMS, LASTS_MS] as const,
        );
        fps.push(framesPerSecond);
        gaps.push(longestGapMs);
      }
      const frames: Row = {
        what: `timeline of ${ITEMS}, ${doing}`,
        unit: 'frames/s',
        samples: fps,
      };
      const rest = rows[0];
      if (!rest) rows.push(frames);
      else {
        const share = median(frames) / median(rest);
        const aim = { words: '≥ 0.9 of the frames at rest', isMet: share >= 0.9 };
        rows.push({ ...frames, ratios: [{ to: 'at rest', value: share }], aim });
        rows.push({ what: `the longest gap between frames, ${doing}`, unit: 'ms', samples: gaps });
      }
    }
    return rows;
  },
};
