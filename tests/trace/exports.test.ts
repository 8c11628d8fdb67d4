/** What a reader saves of a run: read again, it is the same run; drawn, it is well-formed; for Chrome, it nests. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chromeTrace } from '../../src/trace/chrome-trace.ts';
import { comparisonSentence, comparisonTable } from '../../src/trace/comparison.ts';
import { standaloneSvg } from '../../src/trace/standalone-svg.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { endRun, timelineOf } from '../../src/trace/timeline.ts';
import { readTraceFile, traceFile } from '../../src/trace/trace-file.ts';
import { anyEvent, run } from './trace-events.ts';
import { wellFormed } from './well-formed.ts';

const anyTimeline = fc
  .tuple(fc.array(anyEvent, { maxLength: 60 }), fc.boolean())
  .map(([events, stopped]) => {
    const timeline = timelineOf(events);
    return stopped ? endRun(timeline, 250, 'was stopped') : timeline;
  });

/** Events of one moment have no order; signs of life are as good as the last thing that was heard. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/,$/, ''))
    .filter((line) => !line.includes('"type":"trace"'))
    .sort();

describe('the trace as a file', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyTimeline, fc.string({ maxLength: 40 }), (timeline, source) => {
        const text = traceFile({ timeline, source });
        const again = readTraceFile(text);
        expect(again?.source).toBe(source);
        if (!again) return;
        expect(lines(traceFile(again))).toEqual(lines(text));
        // What was torn off may have been the first or the last that was heard: then it begins or ends elsewhere.
        if (again.timeline.startMs !== timeline.startMs || again.timeline.endMs !== timeline.endMs)
          return;
        const whole = { fromMs: 0, toMs: 400 };
        const drawn = (shown: typeof timeline) =>
          timelineSvg(shown, { widthPx: 800, id: 'a', window: whole }).replace(
            /aria-label="[^"]*"/,
            '',
          );
        expect(drawn(again.timeline)).toBe(drawn(timeline));
      }),
    );
  });

  test('says which version it is, and refuses another', () => {
    const text = traceFile({ timeline: timelineOf(run), source: 'Drawn from your run.' });
    expect(JSON.parse(text)).toMatchObject({ format: 'unblocked-trace', version: 1 });
    expect(readTraceFile(text.replace('"version": 1', '"version": 2'))).toBeUndefined();
    expect(readTraceFile(text.replace('unblocked-trace', 'another'))).toBeUndefined();
  });

  test('is never more than what it says, whatever it holds', () => {
    const anyFile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.anything().map((events) => {
        try {
          return JSON.stringify({
            format: 'unblocked-trace',
            version: 1,
            events: [events],
            ended: events,
          });
        } catch {
          return '';
        }
      }),
    );
    fc.assert(
      fc.property(anyFile, (text) => {
        const { timeline } = readTraceFile(text ?? '') ?? {};
        expect(timeline?.lanes.length ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the picture as a file', () => {
  test('stands alone, well-formed, with its colours in it', () => {
    fc.assert(
      fc.property(anyTimeline, fc.string({ unit: 'binary' }), (timeline, source) => {
        const svg = standaloneSvg(timeline, source);
        const style = /<style>[^<]*<\/style>/;
        expect(svg).toMatch(style);
        expect(wellFormed(svg.trim().replace(style, ''))).toBe(true);
        expect(svg).not.toMatch(/var\(|color-mix|light-dark|undefined|NaN/);
      }),
    );
    expect(standaloneSvg(timelineOf(run), 'Drawn from your run.')).toContain(
      'Drawn from your run.',
    );
  });
});

describe('the Chrome trace', () => {
  type Event = Readonly<Record<string, unknown>> & { ts: number; dur?: number; tid: number };
  const eventsOf = (text: string): Event[] => JSON.parse(text).traceEvents;
  const byPhase = (events: readonly Event[], ph: string) =>
    events.filter((each) => each['ph'] === ph);

  test('names processes and threads, and has spans, blocks, marks and both ends of messages', () => {
    const events = eventsOf(chromeTrace(timelineOf(run), 'Drawn from your run.'));
    expect(byPhase(events, 'M').map(({ name, args }) => [name, args])).toEqual(
      expect.arrayContaining([
        ['process_name', { name: 'main process' }],
        ['thread_name', { name: 'main' }],
        ['thread_name', { name: 'worker 1' }],
      ]),
    );
    expect(byPhase(events, 'X')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'slow view',
          ts: 110_000,
          dur: 600_000,
          args: { request: 7 },
        }),
        expect.objectContaining({ name: 'blocked loop', ts: 110_000, dur: 600_000 }),
      ]),
    );
    expect(byPhase(events, 's')).toMatchObject([{ id: 't1>1', ts: 730_000 }]);
    expect(byPhase(events, 'f')).toMatchObject([{ id: 't1>1', ts: 736_000 }]);
    expect(byPhase(events, 'i').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['in one go', 'ended', 'ended: exit code 1']),
    );
  });

  test('nests in every thread, whatever overlaps', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const spans = byPhase(eventsOf(chromeTrace(timeline, '')), 'X');
        for (const tid of new Set(spans.map((span) => span.tid))) {
          const open: number[] = [];
          for (const { ts, dur = 0 } of spans.filter((span) => span.tid === tid)) {
            while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= ts) open.pop();
            expect(ts + dur).toBeLessThanOrEqual(open.at(-1) ?? Number.POSITIVE_INFINITY);
            open.push(ts + dur);
          }
        }
      }),
    );
  });
});

describe('two runs compared', () => {
  const later = run.map((event) => ({ ...event, at: event.at * 2 }));
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

  test('are told apart in a sentence and in a table', () => {
    const [now, before] = [timelineOf(later), timelineOf(run)];
    expect(plain(comparisonSentence(now, before))).toBe('Compared with it: took 2 s, 1 s more.');
    expect(comparisonSentence(now, now)).toMatch(/nothing differs/);
    const table = plain(comparisonTable(now, before, 'this run', 'the run before'));
    expect(table).toContain(
      '<th scope="row">Took</th><td class="number">2 s</td><td class="number">1 s</td>',
    );
    expect(table).toContain('the same');
  });

  test('give a well-formed table, whatever they are', () => {
    fc.assert(
      fc.property(anyTimeline, anyTimeline, (now, before) => {
        expect(wellFormed(comparisonTable(now, before, '<this>', '"that"'))).toBe(true);
        expect(comparisonSentence(now, before)).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
