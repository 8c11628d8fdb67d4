/**
 * Messages, put together from what their senders and their receivers report, in whatever order that comes. One that
 * was broadcast has many receivers; one that nobody took has none.
 */
import { compareText } from './lane-model.ts';
import { SortedList } from './sorted-list.ts';
import type { Message } from './timeline.ts';
import type { TraceEvent } from './trace-event.ts';

type Send = Extract<TraceEvent, { type: 'send' }>;
type Receive = Extract<TraceEvent, { type: 'receive' }>;

interface Known {
  readonly send?: Send;
  /** When each lane received it. */
  readonly received: ReadonlyMap<string, number>;
  /** As it stands in the list. */
  readonly placed: readonly Message[];
}

const NOTHING: Known = { received: new Map(), placed: [] };

export class MessagePairs {
  readonly #known = new Map<string, Known>();
  readonly #messages = new SortedList<Message>(compareMessages);
  /** Whether there is a message of which both ends are known. */
  receipts = false;

  /** How many messages this event would add: what is paired with what is known adds none. */
  adds(event: Send | Receive): number {
    const known = this.#known.get(event.id);
    if (!known) return 1;
    return event.type === 'receive' && known.received.size > 0 && !known.received.has(event.lane)
      ? 1
      : 0;
  }

  /** Of two reports of the same the earlier counts. */
  add(event: Send | Receive): void {
    const known = this.#known.get(event.id) ?? NOTHING;
    let { send, received } = known;
    if (event.type === 'send') {
      if (send && compareSends(send, event) <= 0) return;
      send = event;
    } else {
      if ((received.get(event.lane) ?? Number.POSITIVE_INFINITY) <= event.at) return;
      received = new Map([...received, [event.lane, event.at]]);
    }
    for (const message of known.placed) this.#messages.remove(message);
    const placed = send ? messagesOf(send, received) : [];
    this.receipts ||= placed.length > 0 && received.size > 0;
    for (const message of placed) this.#messages.add(message);
    this.#known.set(event.id, { ...(send && { send }), received, placed });
  }

  /** By the time of sending. The list grows with what is added. */
  settle(): readonly Message[] {
    this.#messages.settle();
    return this.#messages.items;
  }
}

function messagesOf(send: Send, received: ReadonlyMap<string, number>): readonly Message[] {
  const { lane: from, at, id } = send;
  if (received.size > 0) {
    // Clocks of different threads may differ by a hair; nothing arrives before it was sent.
    return [...received].map(([to, time]) => ({
      id,
      from,
      to,
      at,
      receivedAt: Math.max(at, time),
    }));
  }
  return send.to === undefined ? [] : [{ id, from, to: send.to, at, receivedAt: undefined }];
}

function compareSends(a: Send, b: Send): number {
  return a.at - b.at || compareText(a.lane, b.lane) || compareText(a.to ?? '', b.to ?? '');
}

function compareMessages(a: Message, b: Message): number {
  return (
    a.at - b.at || compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.id, b.id)
  );
}
