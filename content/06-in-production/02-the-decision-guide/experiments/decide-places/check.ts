import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Needs, placeOf } from './place.ts';

const all: Needs[] = [];
for (const inResponse of [true, false]) {
  for (const mustSurvive of [true, false]) {
    for (const work of ['short', 'waits', 'computes'] as const) {
      all.push({ inResponse, mustSurvive, work });
    }
  }
}
const takes = all.filter(({ work }) => work !== 'short');

/** Complains of the first job that is in a place where it should not be. */
function never(jobs: readonly Needs[], isWrong: (place: string) => boolean, why: string): void {
  for (const needs of jobs) {
    const place = placeOf(needs);
    assert.ok(!isWrong(place), `${why}: ${JSON.stringify(needs)} is ${place}`);
  }
}

test('what takes a few milliseconds is done where it is', () => {
  const short = all.filter(({ work }) => work === 'short');
  never(short, (place) => place !== 'in the view', 'moving it costs more than doing it');
});

test('what must survive is written down', () => {
  const kept = takes.filter(({ mustSurvive }) => mustSurvive);
  never(kept, (place) => place !== 'in the queue', 'it is lost with its process');
});

test('nothing else is in the queue', () => {
  const rest = takes.filter(({ mustSurvive }) => !mustSurvive);
  never(rest, (place) => place === 'in the queue', 'it need not survive');
});

test('a result that the response must contain is in it', () => {
  const asked = takes.filter(({ inResponse, mustSurvive }) => inResponse && !mustSurvive);
  never(asked, (place) => !place.startsWith('in the view'), 'the response comes without it');
});

test('nobody waits for what the response need not contain', () => {
  const unasked = takes.filter(({ inResponse }) => !inResponse);
  never(unasked, (place) => place.startsWith('in the view'), 'the user waits for nothing');
});

test('what computes does it on another core, and what waits needs none', () => {
  const onCore = (place: string) => place.endsWith('on another core') || place === 'in the queue';
  const computing = takes.filter(({ work }) => work === 'computes');
  never(computing, (place) => !onCore(place), 'others wait while it computes');
  const waiting = takes.filter(({ work }) => work === 'waits');
  never(waiting, (place) => place.endsWith('on another core'), 'the core would stand idle');
});
