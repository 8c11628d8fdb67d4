import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from '../../src/decision/address.ts';
import {
  type Answers,
  completions,
  decidingRule,
  possiblePlaces,
} from '../../src/decision/decide.ts';
import { course } from '../content/real-course.ts';

const { guide } = course;
if (!guide) throw new Error('The course has no decision guide');
const all = completions(guide, {});

/** Some of the questions, answered in any way. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fc.subarray([...guide.questions]), fc.constantFrom(...all))
  .map(([asked, answers]) => Object.fromEntries(asked.map(({ id }) => [id, answers[id] ?? ''])));

const placeOf = (answers: Answers) => decidingRule(guide.rules, answers)?.place ?? 'none';
const keptAt = (answers: Answers) =>
  guide.places.find(({ id }) => id === placeOf(answers))?.kept ?? 'nowhere';

describe('the decision guide', () => {
  it('decides, whatever is answered', () => {
    expect(all).toHaveLength(2 * 2 * 3 * 4 * 3);
    expect(all.filter((answers) => placeOf(answers) === 'none')).toEqual([]);
  });

  it('says the same of the same answers, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.infiniteStream(fc.integer()), (answers, chance) => {
        const shuffled = Object.entries(answers)
          .map((pair) => ({ pair, at: chance.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ pair }) => pair);
        expect(placeOf(Object.fromEntries(shuffled))).toBe(placeOf(answers));
      }),
    );
  });

  it('keeps what must survive, and what must not be lost, out of the memory of a process', () => {
    const kept = all.filter(
      ({ survive, harm, response }) =>
        survive === 'yes' || (response === 'no' && (harm === 'twice' || harm === 'neither')),
    );
    expect(kept.filter((answers) => keptAt(answers) === 'process')).toEqual([]);
    // In the view it may stay only where that is a transaction.
    expect(
      kept.filter((answers) => keptAt(answers) === 'request' && answers['work'] !== 'short'),
    ).toEqual([]);
  });

  it('lets the view answer itself where the response must contain the result and nothing else', () => {
    const inResponse = all.filter(
      ({ response, survive }) => response === 'yes' && survive === 'no',
    );
    expect(inResponse.filter((answers) => keptAt(answers) !== 'request')).toEqual([]);
  });

  it('never computes where others wait', () => {
    const where = new Set(all.filter(({ work }) => work === 'computes').map(placeOf));
    expect([...where].toSorted()).toEqual([
      'accepted',
      'core',
      'core-later',
      'queue-cores',
      'service',
    ]);
  });

  it('tells of every contradiction between surviving and being lost', () => {
    const contradictions = all.filter(
      ({ response, survive, work, harm }) =>
        response === 'no' &&
        survive === 'no' &&
        work !== 'short' &&
        (harm === 'twice' || harm === 'neither'),
    );
    for (const answers of contradictions)
      expect(decidingRule(guide.tensions, answers)?.says).toContain('cannot be both');
  });

  it('rules out places as questions are answered, and ends with the one that decides', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), (answers) => {
        let left = possiblePlaces(guide, {});
        expect(left).toHaveLength(guide.places.length);
        const given: Record<string, string> = {};
        for (const { id } of guide.questions) {
          given[id] = answers[id] ?? '';
          const next = possiblePlaces(guide, given);
          expect(left).toEqual(expect.arrayContaining([...next]));
          expect(next).not.toEqual([]);
          left = next;
        }
        expect(left).toEqual([placeOf(answers)]);
      }),
    );
  });

  it('has a case for every place', () => {
    const shown = new Set(guide.cases.map(({ place }) => place));
    expect(guide.places.filter(({ id }) => !shown.has(id))).toEqual([]);
    expect(guide.cases).toHaveLength(12);
  });
});

describe('an address', () => {
  it('gives back the answers that it was made of', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const address = addressOf(guide, answers);
        const read = readAddress(guide, address) ?? { answers: {}, troubles: [] };
        expect(read).toEqual({ answers, troubles: [] });
      }),
    );
  });

  it('never throws, whatever it says, and gives only answers that exist', () => {
    const parts = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 30 });
    const anyText = fc.oneof(
      fc.string(),
      parts.map((pairs) => `#${new URLSearchParams(pairs)}`),
      fc.constantFrom('#__proto__=x', '#response=constructor', '#=', '#response', '#%', '#%zz=%'),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        for (const [id, answer] of Object.entries(readAddress(guide, text)?.answers ?? {})) {
          const question = guide.questions.find((one) => one.id === id);
          expect(question?.answers.map((one) => one.id)).toContain(answer);
        }
      }),
    );
  });

  it.each([
    ['', undefined],
    ['#', undefined],
    ['#place-queue', undefined],
    [
      '#survive=yes&colour=red',
      { answers: { survive: 'yes' }, troubles: ['There is no question “colour” in this guide.'] },
    ],
    [
      '#survive=perhaps&work=waits',
      {
        answers: { work: 'waits' },
        troubles: [
          '“perhaps” is no answer to the question “survive”. The answers are “yes”, “no”.',
        ],
      },
    ],
    [
      '#survive=yes&survive=no',
      {
        answers: { survive: 'yes' },
        troubles: ['The question “survive” is answered twice. The first answer, “yes”, counts.'],
      },
    ],
  ])('%s is read', (address, read) => {
    expect(readAddress(guide, address)).toEqual(read);
  });

  it('complains in few and short words, however long it is', () => {
    const long = `#${Array.from({ length: 1000 }, (_, n) => `q${n}=${'x'.repeat(1000)}`).join('&')}`;
    const { troubles = [] } = readAddress(guide, long) ?? {};
    expect(troubles).toHaveLength(4);
    expect(troubles.at(-1)).toBe('And 997 more could not be understood.');
    expect(Math.max(...troubles.map(({ length }) => length))).toBeLessThan(200);
  });
});
