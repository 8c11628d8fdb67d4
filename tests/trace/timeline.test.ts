import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, emptyTimeline, endRun, timelineOf } from '../../src/trace/timeline.ts';
import {
  MAX_BLOCKED,
  MAX_ITEMS,
  MAX_LANES,
  TimelineModel,
} from '../../src/trace/timeline-model.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { anyEvent, run } from './trace-events.ts';

/** Grows in portions, and is looked at after each of them. */
const grown = (...portions: (readonly TraceEvent[])[]) => {
  const model = new TimelineModel();
  for (const portion of portions) {
    model.add(portion);
    model.timeline();
  }
  return model.timeline();
};

describe('a timeline', () => {
  test('has a lane a thread, with what happened in it', () => {
    const { lanes, messages, startMs, endMs, dropped } = timelineOf(run);
    expect(lanes.map((lane) => lane.name)).toEqual(['main', 'worker 1']);
    expect(lanes[0]).toMatchObject({
      kind: 'main',
      openedAt: 10,
      closedAt: 1_010,
      exitCode: 0,
      spans: [{ name: 'slow view', at: 110, until: 710, detail: { request: 7 } }],
      blocked: [{ at: 110, until: 710 }],
      marks: [{ name: 'in one go', at: 12 }],
    });
    expect(lanes[1]).toMatchObject({ kind: 'worker', exitCode: 1, closedAt: 905 });
    expect(messages).toMatchObject([{ from: 'main', to: 'worker 1', at: 730, receivedAt: 736 }]);
    expect({ startMs, endMs, dropped }).toEqual({ startMs: 10, endMs: 1_010, dropped: 0 });
  });

  test('puts lanes in order by their numbers, however they came', () => {
    const events = ['worker 10', 'process 7 worker 1', 'worker 2', 'process 7', 'main'].map(
      (lane): TraceEvent => ({ type: 'mark', lane, name: 'x', at: 1 }),
    );
    expect(timelineOf(events).lanes.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'main: main',
      'worker 2: worker',
      'worker 10: worker',
      'process 7: main',
      'process 7 worker 1: worker',
    ]);
  });

  test('names a thread without a name by its process', () => {
    const open = (lane: string, name?: string): TraceEvent => ({
      type: 'lane',
      lane,
      state: 'open',
      at: 1,
      ...(name !== undefined && { name }),
    });
    const events = [
      open('process 7', 'web.ts'),
      open('process 7 worker 1', 'WorkerThread'),
      open('process 7 worker 2', 'mailer'),
      open('process 8', 'web.ts'),
      open('worker 1', 'WorkerThread'),
    ];
    expect(timelineOf(events).lanes.map(({ title }) => title)).toEqual([
      'worker 1',
      'web.ts 1',
      'web.ts 1 worker 1',
      'mailer',
      'web.ts 2',
    ]);
  });

  test('takes the first report of an end that both the thread and its parent report', () => {
    const closed = (at: number, exitCode?: number): TraceEvent =>
      exitCode === undefined
        ? { type: 'lane', lane: 'worker 1', state: 'closed', at }
        : { type: 'lane', lane: 'worker 1', state: 'closed', at, exitCode };
    expect(timelineOf([closed(12), closed(9, 1)]).lanes[0]).toMatchObject({
      closedAt: 9,
      exitCode: 1,
    });
  });

  test('ends the threads of a process that was killed with it', () => {
    const { lanes } = timelineOf([
      { type: 'lane', lane: 'process 7', state: 'open', at: 1 },
      { type: 'lane', lane: 'process 7 worker 1', state: 'open', at: 2 },
      { type: 'lane', lane: 'process 7', state: 'closed', at: 5, signal: 'SIGKILL' },
      { type: 'lane', lane: 'process 8', state: 'open', at: 1 },
      { type: 'lane', lane: 'process 8 worker 1', state: 'open', at: 2 },
    ]);
    expect(lanes.map(({ closedAt, signal }) => ({ closedAt, signal }))).toEqual([
      { closedAt: 5, signal: 'SIGKILL' },
      { closedAt: 5, signal: 'SIGKILL' },
      {},
      {},
    ]);
  });

  test('joins blocks that overlap, and keeps those apart between which the loop turned', () => {
    const block = (at: number, durationMs: number): TraceEvent => ({
      type: 'blocked',
      lane: 'main',
      at,
      durationMs,
    });
    const { lanes } = timelineOf([block(50, 10), block(0, 30), block(20, 30), block(0, 30)]);
    expect(lanes[0]?.blocked).toEqual([
      { at: 0, until: 50 },
      { at: 50, until: 60 },
    ]);
  });

  test('closes what was still there when a run is ended from outside', () => {
    const timeline = endRun(timelineOf(run.slice(0, -1)), 950, 'was stopped');
    expect(timeline.lanes[0]).toMatchObject({ closedAt: 950, endedBy: 'was stopped' });
    expect(timeline.lanes[1]).toMatchObject({ closedAt: 905, exitCode: 1 });
    expect(timeline.lanes[1]).not.toHaveProperty('endedBy');
    expect(timeline.endMs).toBe(950);
    expect(endRun(emptyTimeline(), 950, 'was stopped')).toEqual(emptyTimeline());
  });

  describe('of a run that is going on', () => {
    const sign = (at: number, lane = 'main'): TraceEvent => ({
      type: 'lane',
      lane,
      state: 'open',
      at,
    });
    const blockedAsOf = (nowMs: number, ...events: TraceEvent[]) =>
      asOf(timelineOf(events), nowMs).lanes.map(({ blocked }) => blocked);

    test('takes a thread that gives no sign for blocked since its last one', () => {
      expect(blockedAsOf(900, sign(10), sign(11), sign(110))).toEqual([[{ at: 110, until: 900 }]]);
      expect(blockedAsOf(300, sign(10), sign(11), sign(110))).toEqual([[]]);
    });
    test('gives a thread time to load its program after its first sign', () => {
      expect(blockedAsOf(900, sign(10), sign(11))).toEqual([[]]);
      expect(blockedAsOf(1_100, sign(10), sign(11))).toEqual([[{ at: 11, until: 1_100 }]]);
      const mark: TraceEvent = { type: 'mark', lane: 'main', name: 'first line', at: 30 };
      expect(blockedAsOf(900, sign(10), sign(11), mark)).toEqual([[{ at: 30, until: 900 }]]);
    });
    test('does not expect signs of a thread that has not begun, or has ended', () => {
      expect(blockedAsOf(900, sign(10, 'worker 1'))).toEqual([[]]);
      const closed: TraceEvent = { type: 'lane', lane: 'main', state: 'closed', at: 20 };
      expect(blockedAsOf(900, sign(10), sign(11), closed)).toEqual([[]]);
    });
    test('that is ended knows what kept it', () => {
      const timeline = endRun(timelineOf([sign(10), sign(11)]), 2_011, 'was stopped');
      expect(timeline.lanes[0]).toMatchObject({
        blocked: [{ at: 11, until: 2_011 }],
        closedAt: 2_011,
        endedBy: 'was stopped',
      });
    });
  });

  test('calls lanes what the program calls them, and numbers those of one name', () => {
    const open = (lane: string, name?: string): TraceEvent => ({
      type: 'lane',
      lane,
      state: 'open',
      at: 1,
      ...(name !== undefined && { name }),
    });
    const { lanes } = timelineOf([
      open('main', 'main.ts'),
      open('worker 1', 'A'),
      open('worker 2', 'WorkerThread'),
      open('process 70', 'worker.ts'),
      open('process 71', 'worker.ts'),
    ]);
    expect(lanes.map(({ title }) => title)).toEqual([
      'main',
      'A',
      'worker 2',
      'worker.ts 1',
      'worker.ts 2',
    ]);
  });

  test('does not depend on the order of events, nor on the portions, nor on what comes twice', () => {
    const shuffled = fc.array(anyEvent, { maxLength: 40 }).chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], {
          minLength: 2 * events.length,
          maxLength: 2 * events.length,
        }),
        fc.nat(2 * events.length),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, mixed, cut]) => {
        const whole = timelineOf(events);
        const inParts = grown(mixed.slice(0, cut), mixed.slice(cut));
        expect(inParts).toEqual(whole);
      }),
    );
  });

  test('is in order, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const { lanes, startMs, endMs } = timelineOf(events);
        expect(startMs).toBeLessThanOrEqual(endMs);
        for (const { spans, blocked, marks } of lanes) {
          for (const { at, until } of spans) expect(until ?? at).toBeGreaterThanOrEqual(at);
          for (const list of [spans, blocked, marks]) {
            expect(list.map(({ at }) => at)).toEqual(
              list.map(({ at }) => at).toSorted((a, b) => a - b),
            );
          }
          for (const [i, { at }] of blocked.entries()) {
            expect(at).toBeGreaterThanOrEqual(blocked[i - 1]?.until ?? 0);
          }
        }
      }),
    );
  });

  test('is bounded, and counts what it left out', () => {
    const marks = Array.from(
      { length: MAX_ITEMS + 7 },
      (_, at): TraceEvent => ({ type: 'mark', lane: 'main', name: 'beat', at }),
    );
    const blocks = Array.from(
      { length: MAX_BLOCKED + 3 },
      (_, i): TraceEvent => ({ type: 'blocked', lane: 'main', at: i * 100, durationMs: 30 }),
    );
    const lanes = Array.from(
      { length: MAX_LANES + 2 },
      (_, i): TraceEvent => ({ type: 'lane', lane: `worker ${i}`, state: 'open', at: 1 }),
    );
    const timeline = grown([...marks, ...blocks], lanes);
    expect(timeline.lanes).toHaveLength(MAX_LANES);
    expect(timeline.lanes[0]?.marks).toHaveLength(MAX_ITEMS);
    expect(timeline.lanes[0]?.blocked).toHaveLength(MAX_BLOCKED);
    // `main` is a lane as well.
    expect(timeline.dropped).toBe(7 + 3 + 3);
  });
});
