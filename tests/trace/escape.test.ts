import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEscapeDecoder, type Decoded } from '../../src/trace/escape.ts';
import { parseTraceEvents } from '../../src/trace/parse-trace-event.ts';
import { anyEvent } from './trace-events.ts';

const wrap = (json: string): string => `\x1b]7771;${json}\x07`;
const blocked = { type: 'blocked', lane: 'main', at: 112.9, durationMs: 604.2 } as const;

function decodeAll(chunks: readonly string[]): Decoded {
  const decoder = createEscapeDecoder();
  const parts = [...chunks.map((chunk) => decoder.push(chunk)), decoder.end()];
  return {
    text: parts.map((part) => part.text).join(''),
    events: parts.flatMap((part) => part.events),
  };
}

/** Cuts a text at any places, so that escapes are torn apart everywhere. */
const cut = (text: string, places: readonly number[]): string[] => {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => text.slice(from, at[i] ?? text.length));
};

// A busy machine may take its time for some hundred examples.
describe('the escape decoder', { timeout: 30_000 }, () => {
  test('takes events out of the text around them', () => {
    expect(decodeAll([`one ${wrap(JSON.stringify(blocked))}two\n`])).toEqual({
      text: 'one two\n',
      events: [blocked],
    });
  });

  test('gives text on at once, and keeps back only what may begin an escape', () => {
    const decoder = createEscapeDecoder();
    expect(decoder.push('waiting…').text).toBe('waiting…');
    expect(decoder.push('a\x1b]77').text).toBe('a');
    expect(decoder.push('no').text).toBe('\x1b]77no');
    expect(decoder.push('\x1b[31mred\x1b[0m').text).toBe('\x1b[31mred\x1b[0m');
  });

  test('gives an escape that never ends back as text', () => {
    const decoder = createEscapeDecoder();
    expect(decoder.push('\x1b]7771;{"type"')).toEqual({ text: '', events: [] });
    expect(decoder.end()).toEqual({ text: '\x1b]7771;{"type"', events: [] });
  });

  test.each([
    ['broken JSON', '{"type":'],
    ['another value', '[1,2]'],
    ['an unknown type', '{"type":"launch","lane":"main","at":1}'],
    ['a time that is none', '{"type":"mark","lane":"main","name":"x","at":"soon"}'],
    ['a time of another age', '{"type":"mark","lane":"main","name":"x","at":1e300}'],
    ['a lane without a name', '{"type":"mark","lane":"","name":"x","at":1}'],
  ])('drops a complete escape that holds %s', (_what, json) => {
    expect(decodeAll([`a${wrap(json)}b`])).toEqual({ text: 'ab', events: [] });
  });

  test('leaves an escape of absurd length, or with a line break in it, in the text', () => {
    const long = wrap(`"${'x'.repeat(20_000)}"`);
    expect(decodeAll([long]).text).toBe(long);
    expect(decodeAll(cut(long, [3, 4_000, 9_000, 15_000])).text).toBe(long);
    expect(decodeAll([`\x1b]7771;{\n${wrap(JSON.stringify(blocked))}`])).toEqual({
      text: '\x1b]7771;{\n',
      events: [blocked],
    });
  });

  test('keeps of a detail what a figure can use', () => {
    const detail = { n: 1, s: 'x'.repeat(1_000), ok: true, nothing: null, deep: { a: 1 } };
    const [event] = decodeAll([
      wrap(JSON.stringify({ type: 'mark', lane: 'main', name: 'result', at: 1, detail })),
    ]).events;
    expect(event).toMatchObject({
      detail: { n: 1, s: 'x'.repeat(200), ok: true, nothing: null },
    });
    expect(event).not.toHaveProperty('detail.deep');
  });

  test('decodes the same however the output is cut into chunks', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('\x1b', '\x1b]', '\x1b]7771;', '\x07', '{}', wrap('{}'), 'é\n'),
      fc
        .record({ type: fc.constant('mark'), lane: fc.string(), name: fc.string(), at: fc.nat() })
        .map((event) => wrap(JSON.stringify(event))),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat()), (pieces, places) => {
        const text = pieces.join('');
        expect(decodeAll(cut(text, places))).toEqual(decodeAll([text]));
      }),
    );
  });

  test('keeps every character of the program, whatever stands around it', () => {
    const text = fc.string({ unit: 'binary' }).map((part) => part.replaceAll('\x1b', ''));
    const event = anyEvent.map((value) => ({ value, written: wrap(JSON.stringify(value)) }));
    const places = fc.array(fc.nat());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, event)), places, (pairs, at) => {
        const output = pairs.map(([before, { written }]) => before + written).join('');
        const decoded = decodeAll(cut(output, at));
        expect(decoded.text).toBe(pairs.map(([before]) => before).join(''));
        expect(decoded.events).toEqual(pairs.flatMap(([, { value }]) => parseTraceEvents([value])));
      }),
    );
  });

  test('never keeps back more than one event could need', () => {
    const hostile = fc.oneof(
      fc.constantFrom('\x1b', '\x1b]7771;', '\x1b]7771;'.repeat(50), '{"type":"mark",', '\x07'),
      fc.nat(9_000).map((length) => 'x'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 30 }), (chunks) => {
        const decoder = createEscapeDecoder();
        let given = 0;
        let taken = 0;
        for (const chunk of chunks) {
          given += chunk.length;
          const { text, events } = decoder.push(chunk);
          taken += text.length;
          // Nothing here is an event, so what was given and has not come back is kept, or an escape without sense.
          expect(events).toEqual([]);
        }
        const rest = decoder.end().text.length;
        expect(rest).toBeLessThanOrEqual(8_192 + '\x1b]7771;'.length);
        expect(taken + rest).toBeLessThanOrEqual(given);
      }),
    );
  });

  test('changes nothing in output that holds no escape', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (chunks) => {
        fc.pre(!chunks.join('').includes('\x1b]7771;'));
        expect(decodeAll(chunks)).toEqual({ text: chunks.join(''), events: [] });
      }),
    );
  });
});
