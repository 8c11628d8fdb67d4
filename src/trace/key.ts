/** The words for the signs that a figure uses, so that neither colour nor shape has to speak alone. */
import { element } from './markup.ts';
import { endText } from './rows.ts';
import { spanState } from './span-state.ts';
import type { Lane, Timeline } from './timeline.ts';

interface Sign {
  readonly kind: string;
  readonly words: string;
  shown(timeline: Timeline): boolean;
}

const signs: readonly Sign[] = [
  {
    kind: 'blocked',
    words: 'blocked: nobody else gets in',
    shown: inSomeLane((lane) => lane.kind === 'main' && lane.blocked.length > 0),
  },
  {
    kind: 'busy',
    words: 'busy: only this worker’s loop stands still',
    shown: inSomeLane((lane) => lane.kind === 'worker' && lane.blocked.length > 0),
  },
  { kind: 'message', words: 'message', shown: ({ messages }) => messages.length > 0 },
  { kind: 'waiting', words: 'waiting', shown: inSomeSpan('waiting') },
  { kind: 'retried', words: 'tried again', shown: inSomeSpan('retried') },
  {
    kind: 'failed',
    words: 'failed or ended',
    shown: (timeline) =>
      inSomeSpan('failed')(timeline) || timeline.lanes.some((lane) => endText(lane) !== ''),
  },
];

/** A list of the signs that this timeline uses; empty where it uses none. */
export function timelineKey(timeline: Timeline): string {
  const items = signs
    .filter((sign) => sign.shown(timeline))
    .map(({ kind, words }) =>
      element(
        'li',
        {},
        element('span', { class: `sign ${kind}`, 'aria-hidden': 'true' }, '') + words,
      ),
    );
  return items.length === 0 ? '' : element('ul', { class: 'timeline-key' }, items.join(''));
}

function inSomeLane(found: (lane: Lane) => boolean): Sign['shown'] {
  return ({ lanes }) => lanes.some(found);
}

function inSomeSpan(state: ReturnType<typeof spanState>): Sign['shown'] {
  return inSomeLane((lane) => lane.spans.some((span) => spanState(span) === state));
}
