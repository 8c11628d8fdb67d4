/** The way out for what the program prints. Exact and bounded with shared memory, batched without. */
import { outputRingWriter } from '../wire/output-ring.ts';
import type { OutputRecord } from '../wire/thread-messages.ts';
import { native } from './native.ts';
import { now, tellHost, thread } from './thread.ts';
import { turnBudget } from './turn-budget.ts';

type Stream = OutputRecord['stream'];
type Writer = (stream: Stream, text: string, at: number) => void;

/** Where there is no shared memory: as much as the host keeps for the page. */
const MAX_TURN_CHARACTERS = 4 * 1024 * 1024;
const LEFT_OUT = '\n(The program prints faster than the page can show; the rest is left out.)\n';

let write: Writer | undefined;

/** Hands text to the host before it returns. */
export function writeOut(stream: Stream, text: string): void {
  if (text === '') return;
  const shared = thread().shared;
  write ??= shared
    ? outputRingWriter(shared.output, () => tellHost({ type: 'output-waiting' }))
    : batchedWriter();
  write(stream, text, now());
}

/**
 * Without shared memory every batch is a message. The first prints go out one by one, so that a thread that then
 * blocks has shown them; a flood is gathered, since a page chokes on a message a line.
 */
function batchedWriter(): Writer {
  const MAX_CHARACTERS = 16 * 1024;
  const SINGLE_MESSAGES = 64;
  const QUIET_MS = 16;
  const fitOf = turnBudget(MAX_TURN_CHARACTERS);
  let records: OutputRecord[] = [];
  let characters = 0;
  let singles = 0;
  let lastSentAt = 0;
  let flushAsked = false;

  const flush = () => {
    if (records.length === 0) return;
    tellHost({ type: 'output', records });
    records = [];
    characters = 0;
    lastSentAt = now();
  };
  flushers.push(flush);
  return (stream, text, at) => {
    const fit = fitOf(text.length);
    if (fit === 'is left out') return;
    records.push({ stream, text: fit === 'fits' ? text : text + LEFT_OUT, at });
    characters += text.length;
    if (at - lastSentAt > QUIET_MS) singles = 0;
    if (singles < SINGLE_MESSAGES || characters > MAX_CHARACTERS || at - lastSentAt > QUIET_MS) {
      singles++;
      flush();
    } else if (!flushAsked) {
      flushAsked = true;
      native.setTimeout(() => {
        flushAsked = false;
        flush();
      }, 0);
    }
  };
}

const flushers: (() => void)[] = [];

/** Sends what a batch still holds. To be called before the thread ends. */
export function flushOutput(): void {
  for (const flush of flushers) flush();
}
