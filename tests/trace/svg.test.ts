import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsOf, fitFlag, fitLabel } from '../../src/trace/layout.ts';
import { oneLine, twoLines } from '../../src/trace/markup.ts';
import { MAX_ROWS, SpanRows } from '../../src/trace/span-rows.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { timelineTable } from '../../src/trace/table.ts';
import { type Span, timelineOf } from '../../src/trace/timeline.ts';
import type { Detail, TraceEvent } from '../../src/trace/trace-event.ts';
import { anyEvent, run } from './trace-events.ts';
import { wellFormed } from './well-formed.ts';

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
        '✕ ↻2 job',
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
    expect(words).not.toContain('✕ ↻2 job');
  });

  test('names each row once at least, also where the first bars have no room', () => {
    const name = 'call A';
    const attempt = (n: number, at: number, until: number, detail: Detail): TraceEvent[] => [
      { type: 'begin', lane: 'main', name, id: `${n}`, at, detail },
      { type: 'end', lane: 'main', name, id: `${n}`, at: until },
    ];
    const retried = [
      ...attempt(1, 0, 20, { attempt: 1, ok: false }),
      ...attempt(2, 20, 420, { waiting: true }),
      ...attempt(3, 420, 440, { attempt: 2, ok: false }),
      ...attempt(4, 440, 1000, { waiting: true }),
    ];
    const words = texts(svgOf(retried, 280));
    expect(words.filter((text) => text.includes(name))).toHaveLength(1);
    expect(words).toContain('waits 560 ms');
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
    expect(svgOf(crowd, 390).match(/<rect/g)?.length).toBeLessThan(20);
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
  const bars = (spans: readonly Span[]) => {
    const rows = new SpanRows();
    rows.update(spans, 0);
    const endOf = ({ until }: Span): number => until ?? 100;
    return { rows, bars: rows.rows.flatMap((row, i) => barsOf(row, i, scale, endOf)) };
  };

  test('puts what runs inside another span under it, and what follows beside it', () => {
    const packed = bars([span(0, 50), span(10, 20), span(20, 30), span(50, 60)]);
    expect(packed.rows.rows.map((row) => row.map(({ at }) => at))).toEqual([
      [0, 50],
      [10, 20],
    ]);
  });
  test('puts attempts of one call beside each other', () => {
    const named = (name: string, at: number, until: number): Span => ({ ...span(at, until), name });
    const { rows } = bars([
      named('a', 0, 10),
      named('b', 0, 9),
      named('b', 20, 30),
      named('a', 21, 30),
    ]);
    expect(rows.rows.map((row) => row.map(({ name }) => name))).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });
  test('never lets two bars of one row overlap, and draws every span', () => {
    const arbitrary = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 })))
      .map((pairs) => pairs.map(([at, ms]) => span(at, at + ms)).sort((a, b) => a.at - b.at));
    fc.assert(
      fc.property(arbitrary, (spans) => {
        const packed = bars(spans);
        const drawn = packed.bars.reduce((sum, bar) => sum + bar.count, packed.rows.left);
        expect(drawn).toBe(spans.length);
        const ends = new Map<number, number>();
        for (const { row, fromPx, toPx } of packed.bars) {
          expect(fromPx).toBeGreaterThanOrEqual(ends.get(row) ?? 0);
          ends.set(row, toPx);
        }
      }),
    );
  });
  test('is the same whether spans came at once or in portions', () => {
    const arbitrary = fc.array(fc.tuple(fc.nat(90), fc.nat(30)), { maxLength: 80 });
    fc.assert(
      fc.property(arbitrary, fc.nat(80), fc.nat(80), (pairs, size, from) => {
        const spans = pairs.map(([at, ms]) => span(at, at + ms)).sort((a, b) => a.at - b.at);
        const other = spans.slice(0, Math.min(from, size));
        const rows = new SpanRows();
        rows.update([...other, span(91, 95), span(92, 95)], 0);
        rows.update(spans, other.length);
        expect(rows.rows).toEqual(bars(spans).rows.rows);
        expect(rows.left).toBe(bars(spans).rows.left);
      }),
    );
  });
  test('says for how many spans there was no row', () => {
    const { rows } = bars(Array.from({ length: MAX_ROWS + 10 }, () => span(0, 100)));
    expect(rows.rows).toHaveLength(MAX_ROWS);
    expect(rows.left).toBe(10);
  });
  test('draws what is too small and too near to be told apart as one bar', () => {
    const crowd = Array.from({ length: 200 }, (_, i) => span(i * 0.1, i * 0.1 + 0.09));
    expect(bars(crowd).bars).toMatchObject([{ count: 200, fromPx: 0 }]);
    const thin = Array.from({ length: 200 }, (_, i) => span(i * 0.1, i * 0.1 + 0.02));
    expect(bars(thin).bars[0]?.density).toBeCloseTo(0.2, 1);
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

test('a long name breaks between two words, and is cut only after the second line', () => {
  expect(twoLines('worker.ts early', 19)).toEqual(['worker.ts early']);
  expect(twoLines('worker.ts early second life journal', 19)).toEqual([
    'worker.ts early',
    'second life journal',
  ]);
  expect(twoLines('a-file-with-a-long-name.ts', 10)).toEqual(['a-file-wi…']);
  expect(twoLines('one two three four', 9)).toEqual(['one two', 'three fo…']);
});
