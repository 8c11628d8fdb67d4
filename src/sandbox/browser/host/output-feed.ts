/**
 * Carries what a run prints to the page, one batch at a time: the next one waits until the page has taken the last.
 * Until then the text stays in the threads' rings, and a thread whose ring is full waits: nothing grows.
 */
import type { OutputEvent } from '../../engine.ts';
import type { OutputRecord } from '../wire/thread-messages.ts';

const BATCH_CHARACTERS = 256 * 1024;
/** Where there is no shared memory a thread cannot be made to wait; what it prints beyond this is dropped. */
const MAX_WAITING_CHARACTERS = 4 * 1024 * 1024;
const LEFT_OUT = '\n(The program prints faster than the page can show; the rest is left out.)\n';
/** Pieces of one stream this close in time are shown as one. */
const SAME_MOMENT_MS = 1;

export class OutputFeed {
  readonly #send: (events: readonly OutputEvent[]) => void;
  #waiting: OutputRecord[] = [];
  #waitingCharacters = 0;
  #dropped = false;
  #inFlight = false;

  constructor(send: (events: readonly OutputEvent[]) => void) {
    this.#send = send;
  }

  /** Whether what is printed now should be taken out of the rings: not while something older waits. */
  isReady(): boolean {
    return !this.#inFlight && this.#waitingCharacters < BATCH_CHARACTERS;
  }

  add(record: OutputRecord): void {
    if (this.#waitingCharacters <= MAX_WAITING_CHARACTERS) {
      this.#waiting.push(record);
      this.#waitingCharacters += record.text.length;
    } else if (!this.#dropped) {
      this.#dropped = true;
      this.#waiting.push({ ...record, text: LEFT_OUT });
      this.#waitingCharacters += LEFT_OUT.length;
    }
  }

  /** The page has taken a batch. */
  taken(): void {
    this.#inFlight = false;
  }

  /** Sends a batch if there is something and the page is ready for it. */
  flush(): void {
    if (this.#inFlight) return;
    const records = this.#takeWaiting();
    if (records.length === 0) return;
    this.#inFlight = true;
    this.#send(toEvents(records));
  }

  /** Sends all that is left, ready or not: the run is over, so this is bounded. */
  finish(): void {
    if (this.#waiting.length > 0) this.#send(toEvents(this.#waiting));
    this.#waiting = [];
    this.#waitingCharacters = 0;
  }

  #takeWaiting(): OutputRecord[] {
    const records: OutputRecord[] = [];
    let characters = 0;
    while (characters < BATCH_CHARACTERS && this.#waiting.length > records.length) {
      const record = this.#waiting[records.length];
      if (!record) break;
      records.push(record);
      characters += record.text.length;
    }
    this.#waiting = this.#waiting.slice(records.length);
    this.#waitingCharacters -= characters;
    return records;
  }
}

/** In the order of time, which the threads share; pieces printed in one moment are joined. */
function toEvents(records: readonly OutputRecord[]): OutputEvent[] {
  const events: { type: 'output'; stream: OutputRecord['stream']; text: string; at: number }[] = [];
  for (const { stream, text, at } of [...records].sort((a, b) => a.at - b.at)) {
    const last = events.at(-1);
    if (last?.stream === stream && at - last.at < SAME_MOMENT_MS) last.text += text;
    else events.push({ type: 'output', stream, text, at });
  }
  return events;
}

/** Whether it is one event of the trace and nothing else: the preload writes each of them by itself. */
export function isTrace(text: string): boolean {
  return text.startsWith('\x1b]7771;') && text.indexOf('\x07') === text.length - 1;
}
