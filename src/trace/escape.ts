/**
 * Takes trace events out of a program's output. `sandbox/trace-preload.ts` writes each one as
 *
 *     ESC ] 7771 ; {json} BEL
 *
 * in the midst of what the program prints itself. The program may print anything, so nothing is trusted here:
 * an escape that is complete but holds no event is dropped, as a terminal would; one that never ends, or that
 * holds what JSON cannot hold, is what the program printed and stays text.
 */
import { parseTraceEvent } from './parse-trace-event.ts';
import type { TraceEvent } from './trace-event.ts';

const START = '\x1b]7771;';
const END = '\x07';
/** The preload writes less than 4096 bytes an event. */
const MAX_PAYLOAD = 8_192;

export interface Decoded {
  /** What the program printed, without the escapes. */
  readonly text: string;
  readonly events: readonly TraceEvent[];
}

export interface EscapeDecoder {
  /** Takes the next piece of output. The beginning of an escape at its end is kept back until the rest has come. */
  push(chunk: string): Decoded;
  /** At the end of the output: gives back what was kept, as the text that it then is. */
  end(): Decoded;
}

export function createEscapeDecoder(): EscapeDecoder {
  let kept = '';
  return {
    push(chunk) {
      const { rest, ...decoded } = decode(kept + chunk);
      kept = rest;
      return decoded;
    },
    end() {
      const text = kept;
      kept = '';
      return { text, events: [] };
    },
  };
}

function decode(input: string): Decoded & { rest: string } {
  let text = '';
  const events: TraceEvent[] = [];
  let from = 0;
  for (;;) {
    const start = input.indexOf('\x1b', from);
    if (start === -1) return { text: text + input.slice(from), events, rest: '' };
    text += input.slice(from, start);
    const head = input.slice(start, start + START.length);
    if (head !== START) {
      if (START.startsWith(head)) return { text, events, rest: input.slice(start) };
      text += '\x1b';
      from = start + 1;
      continue;
    }
    const payload = start + START.length;
    const end = controlAfter(input, payload);
    if (end === -1 && input.length - payload <= MAX_PAYLOAD) {
      return { text, events, rest: input.slice(start) };
    }
    if (end === -1 || input[end] !== END || end - payload > MAX_PAYLOAD) {
      text += START;
      from = payload;
      continue;
    }
    const event = parseTraceEvent(parseJson(input.slice(payload, end)));
    if (event) events.push(event);
    from = end + 1;
  }
}

/** JSON text has no control characters, so the first one ends the payload, well or badly. */
function controlAfter(input: string, from: number): number {
  const limit = Math.min(input.length, from + MAX_PAYLOAD + 1);
  for (let i = from; i < limit; i++) if (input.charCodeAt(i) < 0x20) return i;
  return -1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
