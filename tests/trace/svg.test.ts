import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitFlag, fitLabel, packSpans } from '../../src/trace/layout.ts';
import { oneLine } from '../../src/trace/markup.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { timelineTable } from '../../src/trace/table.ts';
import { addEvents, emptyTimeline, type Span } from '../../src/trace/timeline.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';
import { anyEvent, run } from './trace-events.ts';

const timelineOf = (events: readonly TraceEvent[]) => addEvents(emptyTimeline(), events);
const svgOf = (events: readonly TraceEvent[], widthPx = 900, id = 'test'): string =>
  timelineSvg(timelineOf(events), { widthPx, id }).replaceAll('\u00a0', ' ');
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');

describe('the drawing', () => {
  test('says in words what its shapes mean', () => {
    const words = texts(svgOf(run));
    expect(words).toEqual(
      expect.arrayContaining([
        'main',
        'worker 1',
        'in one go',
        'blocked 600 ms',
        'slow view 600 ms',
        '✕ job',
        'exit code 1',
        '1000 ms',
      ]),
    );
    expect(svgOf(run)).toMatch(/^<svg[^>]+role="img" aria-label="The main thread was blocked once/);
  });

  test('hatches what is blocked, by a pattern of its own', () => {
    expect(svgOf(run, 900, 'a')).toMatch(/<pattern id="a-blocked".*fill="url\(#a-blocked\)"/);
    expect(svgOf(run, 900, 'b')).toMatch(/<pattern id="b-blocked".*fill="url\(#b-blocked\)"/);
  });

  test('keeps its letters apart in a narrow column', () => {
    const words = texts(svgOf(run, 300));
    expect(words).toContain('blocked 600 ms');
    expect(words).not.toContain('✕ job');
  });

  test('shows a part of the run', () => {
    const svg = timelineSvg(timelineOf(run), {
      widthPx: 900,
      id: 'test',
      window: { fromMs: 720, toMs: 920 },
    });
    expect(texts(svg)).toContain('job 50\u00a0ms');
    expect(texts(svg)).not.toContain('in one go');
  });

  test('draws what is running up to now, and what has not been heard of as unknown', () => {
    const begun = run.slice(0, 3);
    const svg = timelineSvg(timelineOf(begun), { widthPx: 900, id: 'test', nowMs: 500 });
    expect(svg).toContain('class="loop unheard"');
    expect(svg).toContain('class="span running"');
    expect(texts(svg)).toContain('slow view 390\u00a0ms');
  });

  test('is well-formed and inert whatever readers name their spans', () => {
    const width = fc.constantFrom(200, 390, 900);
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), width, (events, widthPx) => {
        for (const markup of [svgOf(events, widthPx), timelineTable(timelineOf(events))]) {
          expect(wellFormed(markup)).toBe(true);
          expect(markup).not.toMatch(/<(script|b)\b|NaN|Infinity|undefined/);
        }
      }),
    );
  });

  test('stays small when there is very much to draw', () => {
    const crowd = Array.from({ length: 1_900 }, (_, i): TraceEvent[] => [
      { type: 'begin', lane: 'main', name: `request ${i}`, id: String(i), at: i },
      { type: 'end', lane: 'main', name: `request ${i}`, id: String(i), at: i + 0.5 },
    ]).flat();
    expect(svgOf(crowd, 390).match(/class="span"/g)?.length).toBeLessThan(400);
  });
});

describe('the layout', () => {
  const span = (at: number, until: number): Span => ({
    id: `${at}`,
    name: 'x',
    at,
    until,
    detail: undefined,
  });
  const scale = { fromMs: 0, toMs: 100, widthPx: 1_000 };
  const pack = (spans: readonly Span[]) => packSpans(spans, scale, ({ until }) => until ?? 100);

  test('puts what runs inside another span under it, and what follows beside it', () => {
    const { bars, rows } = pack([span(0, 50), span(10, 20), span(20, 30), span(50, 60)]);
    expect(bars.map(({ row }) => row)).toEqual([0, 1, 1, 0]);
    expect(rows).toBe(2);
  });
  test('never lets two bars of one row overlap', () => {
    const arbitrary = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 })))
      .map((pairs) => pairs.map(([at, ms]) => span(at, at + ms)).sort((a, b) => a.at - b.at));
    fc.assert(
      fc.property(arbitrary, (spans) => {
        const { bars, left } = pack(spans);
        expect(bars.reduce((sum, bar) => sum + bar.spans.length, left)).toBe(spans.length);
        const ends = new Map<number, number>();
        for (const { row, fromPx, toPx } of bars) {
          expect(fromPx).toBeGreaterThanOrEqual(ends.get(row) ?? 0);
          ends.set(row, toPx);
        }
      }),
    );
  });
  test('says for how many spans there was no row', () => {
    expect(pack(Array.from({ length: 50 }, () => span(0, 100)))).toMatchObject({
      rows: 40,
      left: 10,
    });
  });
  test('gives a label the room that there is: inside, beside, or none', () => {
    const bar = { fromPx: 0, toPx: 60 };
    expect(fitLabel(['123456'], bar, 100)).toMatchObject({ xPx: 5 });
    expect(fitLabel(['12345678'], bar, 200)).toMatchObject({ xPx: 65 });
    expect(fitLabel(['12345678'], bar, 90)).toBeUndefined();
    expect(fitFlag('result', 990, 0, 1_000)).toMatchObject({ xPx: 985, anchor: 'end' });
    expect(fitFlag('result', 990, 980, 1_000)).toBeUndefined();
  });
});

test('a name is one line of letters that turn no direction', () => {
  expect(oneLine('a\n\tb\u202ec\u0000d')).toBe('a bc d');
  expect(oneLine('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
});

/** Every tag that opens closes, in order, and no attribute or text holds what could be markup. */
function wellFormed(markup: string): boolean {
  const open: string[] = [];
  let rest = markup;
  while (rest !== '') {
    const text = /^[^<>]+/.exec(rest);
    const close = /^<\/(\w+)>/.exec(rest);
    const tag = /^<(\w+)(?: [\w-]+="[^"<>]*")*(\/?)>/.exec(rest);
    const [whole] = text ?? close ?? tag ?? [];
    if (whole === undefined) return false;
    if (close && open.pop() !== close[1]) return false;
    if (!text && !close && tag?.[1] && tag[2] === '') open.push(tag[1]);
    rest = rest.slice(whole.length);
  }
  return open.length === 0;
}
