/**
 * What a run shows: its output without the trace's escapes, and the trace; both in batches, once a frame, and on one
 * clock, which begins when the program does. Before that an engine has made a thread and loaded modules.
 * Output after a pause is shown at once: whoever draws it waits for a frame again.
 */
import { createEscapeDecoder, type EscapeDecoder } from '../trace/escape.ts';
import type { TraceEvent } from '../trace/trace-event.ts';
import type { OutputEvent } from './engine.ts';
import { onNextFrame } from './frame.ts';

/** What may wait for a frame. Beyond it the program is not read any further, so that nothing grows. */
const MAX_WAITING_CHARACTERS = 256 * 1024;
const MAX_WAITING_TRACE = 10_000;

export class RunReport {
  readonly #showOutput: (events: readonly OutputEvent[]) => void;
  readonly #showTrace: (events: readonly TraceEvent[]) => void;
  readonly #decoders = new Map<OutputEvent['stream'], EscapeDecoder>();
  #output: OutputEvent[] = [];
  #characters = 0;
  #trace: TraceEvent[] = [];
  #cancelFrame: (() => void) | undefined;
  /** Whether output was shown since the last frame. */
  #hasShown = false;
  #lastAt = 0;
  /** When the program began, on the engine's clock: its first thread says so in the trace. */
  #beganAt = 0;
  #roomAgain: (() => void)[] = [];

  constructor(
    showOutput: (events: readonly OutputEvent[]) => void,
    showTrace: (events: readonly TraceEvent[]) => void,
  ) {
    this.#showOutput = showOutput;
    this.#showTrace = showTrace;
  }

  /** Resolves when there is room for more. */
  output(event: OutputEvent): Promise<void> | void {
    const { stream, text, at } = event;
    const decoder = this.#decoders.get(stream) ?? createEscapeDecoder();
    this.#decoders.set(stream, decoder);
    const decoded = decoder.push(text);
    this.#lastAt = at;
    this.#add({ ...event, text: decoded.text }, decoded.events);
    return this.#room();
  }

  trace(event: TraceEvent): Promise<void> | void {
    this.#add(undefined, [event]);
    return this.#room();
  }

  /** Shows all that is left, now. */
  finish(): void {
    for (const [stream, decoder] of this.#decoders) {
      const { text, events } = decoder.end();
      this.#add({ type: 'output', stream, text, at: this.#lastAt }, events);
    }
    this.#cancelFrame?.();
    this.#show();
  }

  #add(output: OutputEvent | undefined, trace: readonly TraceEvent[]): void {
    if (this.#beganAt === 0) this.#beganAt = trace.find(({ type }) => type === 'lane')?.at ?? 0;
    if (output && output.text !== '') {
      this.#output.push(this.#sinceBegin(output));
      this.#characters += output.text.length;
    }
    for (const event of trace) {
      const since = this.#sinceBegin(event);
      if (since.type !== 'timer') this.#trace.push(since);
      else {
        const { setAt, dueAt } = since;
        this.#trace.push({ ...since, setAt: setAt - this.#beganAt, dueAt: dueAt - this.#beganAt });
      }
    }
    if (this.#output.length === 0 && this.#trace.length === 0) return;
    this.#cancelFrame ??= onNextFrame(() => this.#frame());
    if (this.#output.length > 0 && !this.#hasShown) this.#showWaitingOutput();
  }

  #sinceBegin<E extends { readonly at: number }>(event: E): E {
    return { ...event, at: Math.max(0, event.at - this.#beganAt) };
  }

  #room(): Promise<void> | void {
    const full =
      this.#characters > MAX_WAITING_CHARACTERS || this.#trace.length > MAX_WAITING_TRACE;
    if (!full) return undefined;
    return new Promise((resolve) => this.#roomAgain.push(resolve));
  }

  #frame(): void {
    this.#cancelFrame = undefined;
    this.#hasShown = false;
    this.#show();
    // What comes before the next frame waits for it.
    if (this.#hasShown) this.#cancelFrame = onNextFrame(() => this.#frame());
  }

  #show(): void {
    const trace = this.#trace;
    this.#trace = [];
    if (this.#output.length > 0) this.#showWaitingOutput();
    if (trace.length > 0) this.#showTrace(trace);
    for (const resolve of this.#roomAgain.splice(0)) resolve();
  }

  #showWaitingOutput(): void {
    const output = this.#output;
    this.#output = [];
    this.#characters = 0;
    this.#hasShown = true;
    this.#showOutput(output);
  }
}
