import { expect, test } from 'vitest';
import { predictedMark } from '../../src/trace/prediction-mark.ts';
import { timelineSvg } from '../../src/trace/svg.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

const span = (name: string, at: number, until: number): TraceEvent[] => [
  { type: 'begin', lane: 'main', name, id: name, at },
  { type: 'end', lane: 'main', name, id: name, at: until },
];
/** One request before the slow view, three after it. */
const timeline = timelineOf([
  { type: 'lane', lane: 'main', state: 'open', at: 0 },
  ...span('request 1', 30, 32),
  ...span('slow view', 100, 700),
  ...span('request 2', 700, 702),
  ...span('request 3', 702, 704),
  ...span('request 4', 704, 706),
]);
const requests = { unit: 'requests', after: 'slow view', spans: 'request' };

test('a predicted count stands where the run had come so far', () => {
  expect(predictedMark(timeline, { ...requests, value: 2 })).toEqual({
    at: 704,
    label: 'predicted 2 requests: only here',
    words: 'Predicted: 2 requests; the run had come so far 604\u00a0ms after “slow view” began.',
  });
});

test('a predicted time stands where it is', () => {
  const mark = predictedMark(timeline, { value: 250, unit: 'ms', after: 'slow view' });
  expect(mark).toMatchObject({ at: 350, label: 'predicted 250\u00a0ms' });
});

test.each([
  ['nothing was to be counted', { ...requests, value: 0 }],
  ['the run never came so far', { ...requests, value: 4 }],
  ['the reader has taken away what it begins with', { ...requests, value: 1, after: 'gone' }],
])('there is no mark where %s', (_, predicted) => {
  expect(predictedMark(timeline, predicted)).toBeUndefined();
});

test('it is drawn through the whole figure', () => {
  const predicted = predictedMark(timeline, { ...requests, value: 1 });
  const svg = timelineSvg(timeline, { widthPx: 900, id: 'test', predicted });
  expect(svg).toMatch(/<g class="predicted"><line [^>]+>.*predicted 1 requests: only here<\/text>/);
  expect(timelineSvg(timeline, { widthPx: 900, id: 'test' })).not.toContain('predicted');
});
