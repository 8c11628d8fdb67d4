import { describe, expect, test } from 'vitest';
import { durationText, roundUp, ticks } from '../../src/trace/format.ts';
import { timelineKey } from '../../src/trace/key.ts';
import { rowText, timelineRows } from '../../src/trace/rows.ts';
import { timelineSummary } from '../../src/trace/summary.ts';
import { timelineTable } from '../../src/trace/table.ts';
import { endRun, timelineOf } from '../../src/trace/timeline.ts';
import { type Detail, TRACE_VERSION, type TraceEvent } from '../../src/trace/trace-event.ts';
import { run } from './trace-events.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 ms'],
  [0.37, '0.4 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [612.4, '612 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1_250, '1.25 s'],
  [12_340, '12.3 s'],
  [59_949, '59.9 s'],
  [60_000, '1 min'],
  [125_000, '2 min 5 s'],
])('%d ms is written %s', (ms, words) => {
  expect(plain(durationText(ms))).toBe(words);
});

describe('the axis', () => {
  const labels = (from: number, to: number, most: number): string[] =>
    ticks(from, to, (_, step) => (to - from) / step <= most).map(({ label }) => plain(label));
  test('has round steps in one unit, which the last one names', () => {
    expect(labels(0, 812, 5)).toEqual(['0', '200', '400', '600', '800 ms']);
    expect(labels(0, 2_293, 5)).toEqual(['0', '0.5', '1.0', '1.5', '2.0 s']);
    expect(labels(0, 42_000, 5)).toEqual(['0', '10', '20', '30', '40 s']);
    expect(labels(100.2, 101, 5)).toEqual(['100.2', '100.4', '100.6', '100.8', '101.0 ms']);
  });
  test('never fails to end', () => {
    expect(labels(0, 0.001, 0)).not.toHaveLength(0);
    expect(labels(0, 864_000_000, 0).length).toBeLessThan(3);
  });
  test.each([
    [0, 1],
    [1, 1],
    [1.1, 2],
    [700, 1_000],
    [2_000, 2_000],
    [2_001, 5_000],
  ])('the next round number from %d is %d', (value, round) => {
    expect(roundUp(value)).toBe(round);
  });
});

describe('the summary', () => {
  const summary = (events: readonly TraceEvent[], running = false): string =>
    plain(timelineSummary(timelineOf(events), running));
  const open: TraceEvent = { type: 'lane', lane: 'main', state: 'open', at: 0 };
  const closed: TraceEvent = { type: 'lane', lane: 'main', state: 'closed', at: 500, exitCode: 0 };
  const block = (at: number, durationMs: number): TraceEvent => ({
    type: 'blocked',
    lane: 'main',
    at,
    durationMs,
  });

  test('says that a newer program has reported what cannot be read', () => {
    const first = (version: number): TraceEvent => ({
      type: 'trace',
      lane: 'main',
      version,
      at: 0,
    });
    expect(summary([first(TRACE_VERSION), open, closed])).not.toContain('version');
    expect(summary([first(TRACE_VERSION + 1), open, closed])).toMatch(
      /; it was reported in version 3 of the trace format, .*: something may be missing\.$/,
    );
  });

  test('says what the figure shows', () => {
    expect(summary(run)).toBe(
      'The main thread was blocked once, for 600 ms of 1 s; job took 2 attempts, 1 failed, one at a time; 1 worker ran beside it, and did not end by itself; 1 message passed between the threads.',
    );
    expect(summary([open, closed])).toBe('The main thread was never blocked in 500 ms.');
    expect(summary([open, block(10, 40), block(100, 60), block(300, 50), closed])).toBe(
      'The main thread was blocked 3 times, for 150 ms of 500 ms, at most 60 ms at a time.',
    );
    expect(summary([])).toBe('Nothing has been traced.');
  });
  test('calls what there is one of by its name', () => {
    const span = (name: string, id: string, detail: Detail): TraceEvent[] => [
      { type: 'begin', lane: 'main', name, id, at: 10, detail },
      { type: 'end', lane: 'main', name, id, at: 20 },
    ];
    expect(
      summary([
        open,
        ...span('Ben', '1', { attempt: 1, ok: false }),
        ...span('Ben', '2', { attempt: 2, ok: true }),
        ...span('reviews', '3', { ok: false }),
        ...span('call B', '4', { waiting: true }),
        closed,
      ]),
    ).toBe(
      'The main thread was never blocked in 500 ms; Ben took 2 attempts, 1 failed, at most 2 at once; call B waited, at most 10 ms; reviews ran once, and failed.',
    );
  });
  test('of a run that is going on does not pretend to know its end', () => {
    expect(summary([open, block(10, 40), block(100, 60)], true)).toBe(
      'The main thread has been blocked twice so far, for 100 ms, at most 60 ms at a time.',
    );
  });
  test('says how a run was ended', () => {
    const timeline = endRun(timelineOf([open]), 750, 'was stopped');
    expect(plain(timelineSummary(timeline))).toBe(
      'The main thread was never blocked in 750 ms, and was stopped.',
    );
  });
});

describe('the table', () => {
  test('has a row an event, in the order of time, counted from the beginning', () => {
    const rows = timelineRows(timelineOf(run)).map((row) => plain(rowText(row, 10)));
    expect(rows).toEqual([
      'main: began, at 0 ms',
      'main: mark: in one go, at 2 ms',
      'main: slow view, 600 ms, at 100 ms, request: 7',
      'main: blocked, 600 ms, at 100 ms, its loop could not turn',
      'worker 1: began, at 710 ms',
      'main: message to worker 1, 6 ms, at 720 ms',
      'worker 1: job, 50 ms, at 730 ms',
      'worker 1: job, 100 ms, at 790 ms, failed; attempt 2',
      'worker 1: ended, at 895 ms, exit code 1',
      'main: ended, at 1 s',
    ]);
  });
  test('says how many rows it leaves out', () => {
    const marks = Array.from(
      { length: 350 },
      (_, at): TraceEvent => ({ type: 'mark', lane: 'main', name: 'beat', at }),
    );
    const table = timelineTable(timelineOf(marks));
    expect(table).toContain('50 more not shown');
    expect(table.match(/<tr>/g)).toHaveLength(301);
  });
});

test('the key explains the signs that the figure uses, and no others', () => {
  const words = (events: readonly TraceEvent[]): string[] =>
    [...timelineKey(timelineOf(events)).matchAll(/<\/span>([^<]+)</g)].map(
      ([, word]) => word ?? '',
    );
  expect(words(run)).toEqual(['blocked: nobody else gets in', 'message', 'failed or ended']);
  expect(timelineKey(timelineOf(run.slice(0, 2)))).toBe('');
});
