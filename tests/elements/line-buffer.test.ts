import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CleanText } from '../../src/elements/output/clean-text.ts';
import { LineBuffer, type OutputPiece } from '../../src/elements/output/line-buffer.ts';

const small = { first: 3, last: 2, lineCharacters: 20 };
const piece = (text: string, stream: OutputPiece['stream'] = 'stdout', at = 0) => ({
  stream,
  text,
  at,
});

function linesOf(
  pieces: readonly OutputPiece[],
  limits = { first: 1000, last: 1000, lineCharacters: 4000 },
) {
  const buffer = new LineBuffer(limits);
  for (const each of pieces) buffer.push(each);
  return { texts: buffer.takeFresh().map(({ text }) => text), buffer };
}

describe('visible text', () => {
  const clean = (...pieces: string[]) => {
    const text = new CleanText();
    return pieces.map((each) => text.push(each)).join('');
  };

  test.each([
    ['colours', '\x1b[1;31mred\x1b[0m', 'red'],
    ['a title', '\x1b]0;title\x07text', 'text'],
    ['a hyperlink', '\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\', 'link'],
    ['a cursor move', 'a\x1b[2Kb\x1b(B', 'ab'],
    ['bells, zeros and other controls', 'a\x07\x00\x08b\x7f\x9bc', 'abc'],
    ['a turned direction', 'a\u202eb\u2066c', 'abc'],
    ['Windows line ends', 'a\r\nb', 'a\nb'],
    ['tabs, which stay', 'a\tb', 'a\tb'],
  ])('is without %s', (_, printed, visible) => expect(clean(printed)).toBe(visible));

  test('is the same wherever the pieces end', () => {
    const whole = 'one\x1b[1;31mtwo\x1b]0;t\x1b\\three\r\nfour\x1b(Bfive';
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((end, i) => whole.slice(at[i], end));
        expect(clean(...pieces)).toBe('onetwothree\nfourfive');
      }),
    );
  });

  test('does not wait for ever for the end of an escape', () => {
    expect(clean(`\x1b]${'x'.repeat(5000)}`).length).toBeGreaterThan(4000);
  });
});

describe('lines', () => {
  test('are put together from pieces that end anywhere', () => {
    expect(linesOf([piece('on'), piece('e\ntwo\n\nth'), piece('ree')]).texts).toEqual([
      'one',
      'two',
      '',
      'three',
    ]);
  });

  test('of the two streams do not run into each other', () => {
    expect(linesOf([piece('out'), piece('err\n', 'stderr'), piece('out')]).texts).toEqual([
      'out',
      'err',
      'out',
    ]);
  });

  test('begin again after a carriage return', () => {
    expect(linesOf([piece('10 %\r20 %\r'), piece('30 %\n')]).texts).toEqual(['30 %']);
  });

  test('carry the moment of their first character', () => {
    const { buffer } = linesOf([]);
    buffer.push(piece('a', 'stdout', 5));
    buffer.push(piece('b\nc', 'stdout', 9));
    expect(buffer.takeFresh().map(({ at }) => at)).toEqual([5, 9]);
  });

  test('that are very long are cut, and say so', () => {
    expect(linesOf([piece('x'.repeat(25))], small).texts).toEqual([
      `${'x'.repeat(20)} … (line cut here)`,
    ]);
  });

  test('an open line comes again until it has ended', () => {
    const { buffer } = linesOf([piece('a')]);
    buffer.push(piece('b\n'));
    expect(buffer.takeFresh()).toMatchObject([{ text: 'ab', ended: true }]);
    expect(buffer.takeFresh()).toEqual([]);
  });

  test('in between are dropped and counted', () => {
    const { texts, buffer } = linesOf(
      [piece(Array.from({ length: 10 }, (_, i) => `${i}\n`).join(''))],
      small,
    );
    expect(texts).toEqual(['0', '1', '2', '8', '9']);
    expect(buffer.dropped).toBe(5);
  });

  test('of a flood keep no more than the limits, however they come, and are all counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 5 }),
        (counts) => {
          const buffer = new LineBuffer(small);
          let n = 0;
          for (const count of counts) {
            let text = '';
            for (let i = 0; i < count; i++) text += `${n++}\n`;
            buffer.push(piece(text));
          }
          const texts = buffer.takeFresh().map(({ text }) => text);
          const numbers = Array.from({ length: n }, (_, i) => String(i));
          expect(buffer.total).toBe(n);
          expect(texts).toEqual(n <= 5 ? numbers : [...numbers.slice(0, 3), ...numbers.slice(-2)]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
