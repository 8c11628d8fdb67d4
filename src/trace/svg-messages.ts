/**
 * Arrows from loop to loop: messages, slanted where they had to wait until the receiver's loop was free; the start of
 * a thread by another; and the end of one by another.
 */
import { toPx } from './layout.ts';
import { element } from './markup.ts';
import { killRow, messageRow, type Row } from './rows.ts';
import { type DrawContext, title, x } from './svg-parts.ts';

/** Arrows that would be drawn onto each other are drawn once. */
export function drawMessages(context: DrawContext): string {
  const { timeline, lanes } = context;
  const arrows = new Arrows(context);
  for (const { lane } of lanes) {
    const { parent, name, openedAt } = lane;
    if (parent !== undefined && openedAt !== undefined) {
      arrows.add('start', parent, name, openedAt, openedAt);
    }
  }
  for (const message of timeline.messages) {
    if (message.at > context.scale.toMs) break;
    const { from, to, at, receivedAt } = message;
    const kind = timeline.receipts && receivedAt === undefined ? 'message lost' : 'message';
    arrows.add(kind, from, to, at, receivedAt ?? at, messageRow(message, timeline));
  }
  for (const kill of timeline.kills) {
    arrows.add('kill', kill.from, kill.target, kill.at, kill.at, killRow(kill, timeline));
  }
  return element('g', { class: 'messages' }, arrows.markup);
}

class Arrows {
  markup = '';
  readonly #context: DrawContext;
  readonly #loops: ReadonlyMap<string, number>;
  readonly #seen = new Set<string>();

  constructor(context: DrawContext) {
    this.#context = context;
    this.#loops = new Map(context.lanes.map(({ lane, loopPx }) => [lane.name, loopPx]));
  }

  add(kind: string, from: string, to: string, at: number, until: number, row?: Row): void {
    const { scale, id } = this.#context;
    const y1 = this.#loops.get(from);
    const y2 = this.#loops.get(to);
    if (y1 === undefined || y2 === undefined || y1 === y2) return;
    if (until < scale.fromMs || at > scale.toMs) return;
    const [fromPx, untilPx] = [toPx(scale, at), toPx(scale, until)];
    const key = `${kind} ${Math.round(fromPx / 2)} ${Math.round(untilPx / 2)} ${y1} ${y2}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const line = {
      x1: x(scale, fromPx),
      x2: x(scale, untilPx),
      y1,
      y2: y2 - Math.sign(y2 - y1) * 2,
      'marker-end': kind === 'message' ? `url(#${id}-arrow)` : undefined,
    };
    const dot = kind.startsWith('message') ? { cx: line.x1, cy: y1, r: 2 } : undefined;
    this.markup += element(
      'g',
      { class: kind },
      (row ? title(this.#context, row) : '') +
        element('line', line) +
        (dot ? element('circle', dot) : ''),
    );
  }
}
