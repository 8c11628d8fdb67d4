/** Five programs whose timelines are worth a poster: each is run, and its picture says in words what it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { timelineRows } from '../../src/trace/rows.ts';
import { spanGroups } from '../../src/trace/span-groups.ts';
import { timelineSummary } from '../../src/trace/summary.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import { runTraced } from './run-traced.ts';
import { wellFormed } from './well-formed.ts';

/** What does not depend on how busy the machine is. */
async function timelineOfProgram(name: string) {
  const folder = `tests/trace/programs/${name}`;
  const files = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
  );
  const { events, code, stderr } = await runTraced(files);
  expect([code, stderr]).toEqual([0, '']);
  const timeline = timelineOf(events);
  const svg = timelineSvg(timeline, { widthPx: 1100, id: name });
  expect(wellFormed(svg)).toBe(true);
  const words = timelineSummary(timeline).replaceAll('\u00a0', ' ');
  return { timeline, words, svg, group: spanGroups(timeline)[0] };
}

test('a blocked loop: one request computes, others wait', async () => {
  const { words, timeline, group } = await timelineOfProgram('blocked-loop');
  expect(words).toMatch(
    /^The main thread was blocked .*; 12 requests ran, one at a time; \d+ requests waited/,
  );
  expect(group?.waiters).toBeGreaterThanOrEqual(5);
  const longest = Math.max(
    ...(timeline.lanes[0]?.blocked ?? []).map(({ at, until }) => until - at),
  );
  expect(longest).toBeGreaterThanOrEqual(299);
});

test('a limit of four: twelve calls, never more than four at once', async () => {
  const { words, group } = await timelineOfProgram('limit-of-four');
  expect(words).toContain('12 calls ran, at most 4 at once; 8 calls waited');
  expect(group).toMatchObject({ ran: 12, mostAtOnce: 4, waits: 8, waiters: 8 });
});

test('a worker pool: six jobs on two workers, and nobody ended by force', async () => {
  const { words, timeline } = await timelineOfProgram('worker-pool');
  expect(words).toContain('6 jobs ran');
  expect(words).toContain('6 jobs waited');
  expect(words).toContain('2 workers ran beside it, busy for');
  expect(words).not.toContain('did not end by');
  expect(timeline.lanes.map(({ name }) => name)).toEqual(['main', 'worker 1', 'worker 2']);
  // Six jobs there, six answers back, a last word to each of the two.
  expect(timeline.messages).toHaveLength(14);
  expect(timeline.messages.filter(({ receivedAt }) => receivedAt === undefined)).toEqual([]);
});

test('retry with back-off: three calls fail, wait longer each time, and come through', async () => {
  const { words, svg, group, timeline } = await timelineOfProgram('retry-with-back-off');
  expect(words).toMatch(
    /3 calls took \d+ attempts, \d+ failed, at most 3 at once; 3 calls waited \d+ times in all/,
  );
  expect(group).toMatchObject({ noun: 'call', members: 3 });
  expect((group?.ran ?? 0) - (group?.failed ?? 0)).toBe(3);
  // The attempts of a call stand in one row.
  expect(timeline.lanes[0]?.rows.map((row) => new Set(row.map(({ name }) => name)).size)).toEqual([
    1, 1, 1,
  ]);
  expect(svg).toContain('✕ ↻2');
});

test('a killed worker: its job is tried again by the next one', async () => {
  const { words, timeline } = await timelineOfProgram('killed-worker');
  expect(words).toMatch(/5 jobs took \d attempts/);
  expect(words).toMatch(/did not end by (itself|themselves)/);
  expect(timeline.lanes[1]).toMatchObject({ name: 'worker 1', killed: true });
  // It could not report that its loop stood still; its silence does.
  expect(timeline.lanes[1]?.blocked.at(-1)?.until).toBe(timeline.lanes[1]?.closedAt);
  const rows = timelineRows(timeline).map(({ what, note }) => `${what} ${note}`.trim());
  expect(rows).toEqual(
    expect.arrayContaining(['ends worker 1', 'job 3 attempt 2', 'ended terminated', 'job 5']),
  );
});
