/** Two runs beside each other: what differs, as a sentence and as a table. */
import { durationText } from './format.ts';
import { element, escapeMarkup } from './markup.ts';
import { spanGroups } from './span-groups.ts';
import type { Timeline } from './timeline.ts';

interface Fact {
  /** As in a table's row: `Main thread blocked`. */
  readonly what: string;
  readonly unit: 'ms' | 'count';
  readonly now: number;
  readonly before: number;
}

/** Times that differ by less than both of these are the machine's, not the program's. */
const NOISE_MS = 10;
const NOISE_SHARE = 0.1;

/** For example: "Took 812 ms, 1.48 s less than before; main thread blocked for 0 ms, 300 ms less; …" */
export function comparisonSentence(now: Timeline, before: Timeline): string {
  const said = comparisonFacts(now, before).filter(differs).map(factText);
  if (said.length === 0)
    return 'Compared with it, nothing differs by more than machines do by themselves.';
  const sentence = said.join('; ');
  return `Compared with it: ${sentence}.`;
}

/** `nowWords` and `beforeWords` name the runs: "this run", "the run before". */
export function comparisonTable(
  now: Timeline,
  before: Timeline,
  nowWords: string,
  beforeWords: string,
): string {
  const headings = ['What', nowWords, beforeWords, 'Difference'];
  const head = headings
    .map((words) => element('th', { scope: 'col' }, escapeMarkup(words)))
    .join('');
  const rows = comparisonFacts(now, before).map((fact) => {
    const cell = (text: string): string => element('td', { class: 'number' }, text);
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, escapeMarkup(fact.what)) +
        cell(valueText(fact.now, fact)) +
        cell(valueText(fact.before, fact)) +
        cell(differs(fact) ? differenceText(fact) : 'the same'),
    );
  });
  return element(
    'table',
    { class: 'timeline-table' },
    element('caption', {}, 'The two runs compared') +
      element('thead', {}, element('tr', {}, head)) +
      element('tbody', {}, rows.join('')),
  );
}

export function comparisonFacts(now: Timeline, before: Timeline): readonly Fact[] {
  const [a, b] = [measure(now), measure(before)];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].flatMap((what) => {
    const { unit } = a.get(what) ?? b.get(what) ?? { unit: 'count' };
    const fact = { what, unit, now: a.get(what)?.value ?? 0, before: b.get(what)?.value ?? 0 };
    return fact.now === 0 && fact.before === 0 ? [] : [fact];
  });
}

/** A program that was changed has other spans: those of the largest groups are compared. */
const MOST_GROUPS = 3;

function measure(timeline: Timeline) {
  const facts = new Map<string, { unit: Fact['unit']; value: number }>();
  const ms = (what: string, value: number) => facts.set(what, { unit: 'ms', value });
  const count = (what: string, value: number) => facts.set(what, { unit: 'count', value });
  const blocked = timeline.lanes
    .filter(({ kind }) => kind === 'main')
    .flatMap((lane) => lane.blocked.map(({ at, until }) => until - at));
  ms('Took', timeline.endMs - timeline.startMs);
  ms(
    'Main thread blocked',
    blocked.reduce((sum, each) => sum + each, 0),
  );
  ms('Longest block', Math.max(0, ...blocked));
  for (const { noun, ran, mostAtOnce, failed, retries, waiters, longestWaitMs } of spanGroups(
    timeline,
  ).slice(0, MOST_GROUPS)) {
    count(`Spans “${noun}”`, ran);
    count(`Most “${noun}” at once`, mostAtOnce);
    count(`“${noun}” failed`, failed);
    count(`“${noun}” tried again`, retries);
    count(`“${noun}” that waited`, waiters);
    ms(`Longest wait of “${noun}”`, longestWaitMs);
  }
  count('Workers', timeline.lanes.filter(({ kind }) => kind === 'worker').length);
  count('Messages', timeline.messages.length);
  count('Threads ended from outside', timeline.lanes.filter(({ killed }) => killed).length);
  return facts;
}

function differs({ now, before, unit }: Fact): boolean {
  const by = Math.abs(now - before);
  return unit === 'count' ? by > 0 : by > NOISE_MS && by > NOISE_SHARE * Math.max(now, before);
}

function factText(fact: Fact): string {
  const what = fact.what.charAt(0).toLowerCase() + fact.what.slice(1);
  return `${what} ${valueText(fact.now, fact)}, ${differenceText(fact)}`;
}

function valueText(value: number, { unit }: Fact): string {
  return unit === 'ms' ? durationText(value) : String(value);
}

function differenceText(fact: Fact): string {
  const by = Math.abs(fact.now - fact.before);
  const word = fact.now > fact.before ? 'more' : fact.unit === 'ms' ? 'less' : 'fewer';
  return `${valueText(by, fact)} ${word}`;
}
