import { expect, test } from 'vitest';
import { KeptRun } from '../../src/elements/panel/kept-run.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

test('of many signs of life a run that is kept has the last, so that an idle worker is not drawn busy', () => {
  const lane = 'worker 1';
  const figures = { p50Ms: 0.1, p99Ms: 0.4, maxMs: 1, utilization: 0.01 };
  const sign = (at: number): TraceEvent => ({ type: 'loop', lane, at, ...figures });
  const run = new KeptRun(undefined);
  run.add([{ type: 'lane', lane, state: 'open', at: 10 }, sign(100), sign(200)]);
  run.add([sign(300), { type: 'kill', lane: 'main', target: lane, at: 350 }]);
  run.add([{ type: 'lane', lane, state: 'closed', at: 352, exitCode: 1 }]);

  expect(run.trace.filter(({ type }) => type === 'loop')).toEqual([sign(300)]);
  const worker = timelineOf(run.trace).lanes.find(({ name }) => name === lane);
  expect(worker).toMatchObject({ killed: true, blocked: [] });
});
