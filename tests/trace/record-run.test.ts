import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseExperiment } from '../../src/course/model.ts';
import { recording as schema } from '../../src/course/schema.ts';
import { isStale } from '../../src/course/source-hash.ts';
import { parseTraceEvents } from '../../src/trace/parse-trace-event.ts';
import { timelineSummary } from '../../src/trace/summary.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { recordingText, recordRun, recordRuns, worthKeeping } from '../../tools/record-run.ts';
import { anyEvent } from './trace-events.ts';

const experiment = (entry: string): CourseExperiment => ({
  name: 'tried-out',
  lesson: 'the-slow-view',
  folder: 'tests/trace/recorded',
  title: 'Tried out',
  entry,
  shows: 'What the recorder does.',
  timeLimitMs: 2_000,
  engine: 'browser',
  change: [],
  files: { [entry]: 'the source' },
  check: undefined,
  solution: {},
  recording: undefined,
});

test('a recording holds what the program printed and what happened in it, from its first moment on', async () => {
  const recording = await recordRun(experiment('main.ts'));
  expect(recording).toMatchObject({
    experiment: 'tried-out',
    engine: expect.stringMatching(/^Node\.js \d+\.\d+\.\d+$/),
    machine: expect.stringMatching(/^\w+ \w+, \d+ cores?$/),
    outcome: { type: 'exited', code: 0 },
  });
  const printed = (stream: string) =>
    recording.output
      .filter((output) => output.stream === stream)
      .map(({ text }) => text)
      .join('');
  expect([printed('stdout'), printed('stderr')]).toEqual(['one\ntwo\n', 'three\n']);
  const events = parseTraceEvents(recording.trace);
  expect(events).toHaveLength(recording.trace.length);
  expect(events[0]).toEqual({ type: 'lane', lane: 'main', state: 'open', at: 0 });
  expect(timelineSummary(timelineOf(events))).toMatch(/^The main thread was blocked/);
});

test('a recording is read as it was written', async () => {
  const recording = await recordRun(experiment('main.ts'));
  const text = recordingText(recording);
  expect(schema.parse(JSON.parse(text))).toEqual(recording);
  expect(text.split('\n').length).toBeGreaterThan(recording.trace.length);
});

test('a recording of what varies has the outcome of each run, and the shortest run whole', {
  timeout: 60_000,
}, async () => {
  const race = experiment('race.ts');
  const outcome = { mark: 'result', key: 'lost', label: 'lost updates' };
  const recording = await recordRuns({ ...race, timeLimitMs: 20_000, outcome }, 3);
  expect(recording.outcomes).toHaveLength(3);
  const [shown] = recording.trace.flatMap((event) =>
    event.type === 'mark' && event.name === 'result' ? [event.detail?.['lost']] : [],
  );
  expect(recording.outcomes).toContain(shown);
  expect(schema.parse(JSON.parse(recordingText(recording)))).toEqual(recording);
  // How each loop was at its end is kept; the signs of life before it are not.
  const figures = recording.trace.flatMap((event) => (event.type === 'loop' ? [event.lane] : []));
  expect(figures.sort()).toEqual(['main', 'worker 1', 'worker 2']);
});

test('a worker that was idle when it was ended is not drawn busy', () => {
  const lane = 'worker 1';
  const figures = { p50Ms: 0.1, p99Ms: 0.4, maxMs: 1, utilization: 0.01 };
  const trace: TraceEvent[] = [
    { type: 'lane', lane, state: 'open', at: 10 },
    ...[100, 200, 300, 400].map((at): TraceEvent => ({ type: 'loop', lane, at, ...figures })),
    { type: 'kill', lane: 'main', target: lane, at: 450 },
    { type: 'lane', lane, state: 'closed', at: 452, exitCode: 1 },
  ];
  const worker = timelineOf(worthKeeping(trace)).lanes.find(({ name }) => name === lane);
  expect(worker).toMatchObject({ heardAt: 400, killed: true, blocked: [] });
});

test('what a recording leaves out changes nothing in the picture', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      // The first word of a thread, which says the version, is no sign that any other did not give.
      const said = events.filter(({ type }) => type !== 'trace');
      expect(timelineOf(worthKeeping(said)).lanes).toEqual(timelineOf(said).lanes);
    }),
  );
});

test('a recording knows the source that it belongs to', async () => {
  const made = experiment('main.ts');
  const recording = await recordRun(made);
  expect(isStale(recording, made.files)).toBe(false);
  expect(isStale(recording, { 'main.ts': 'another source' })).toBe(true);
});

test.each([
  ['failing.ts', /ended with exit code 1\. It printed:.*on purpose/s],
  ['endless.ts', /was still running after 2000 ms/],
  ['flooding.ts', /printed more than 200000 characters/],
  ['telling.ts', /tells a path of this machine: \S+/],
])('%s makes no recording', async (entry, message) => {
  await expect(recordRun(experiment(entry))).rejects.toThrow(message);
});
