/** The door of `trace/`: what comes from a program, a recording or a message is unknown until it has passed here. */
import type { Detail, TraceEvent } from './trace-event.ts';

/** Long enough for any name that a figure can show; what is longer is cut. */
const MAX_NAME = 200;
/** Ten days. A time beyond it is nonsense, and would press everything else into one pixel. */
const MAX_MS = 864_000_000;
const MAX_DETAIL_KEYS = 32;
/** Threads of one process start a little before or after the clock of the run; more than that is nonsense as well. */
const MAX_SKEW_MS = 1_000;

/**
 * The event that a JSON value stands for, or `undefined` where it is none. Unknown properties are left out,
 * names are cut to a sane length, details keep their primitive values. Never throws.
 */
export function parseTraceEvent(value: unknown): TraceEvent | undefined {
  if (!isRecord(value)) return undefined;
  const at = time(value['at']);
  if (at === undefined) return undefined;
  switch (value['type']) {
    case 'begin':
    case 'end': {
      const { type } = value;
      const lane = name(value['lane']);
      const label = name(value['name']);
      const id = name(value['id']);
      if (lane === undefined || label === undefined || id === undefined) return undefined;
      return { type, lane, name: label, id, at, ...detail(value['detail']) };
    }
    case 'mark': {
      const lane = name(value['lane']);
      const label = name(value['name']);
      if (lane === undefined || label === undefined) return undefined;
      return { type: 'mark', lane, name: label, at, ...detail(value['detail']) };
    }
    case 'blocked': {
      const lane = name(value['lane']);
      const durationMs = time(value['durationMs']);
      if (lane === undefined || durationMs === undefined) return undefined;
      return { type: 'blocked', lane, at, durationMs };
    }
    case 'message': {
      const from = name(value['from']);
      const to = name(value['to']);
      return from === undefined || to === undefined ? undefined : { type: 'message', from, to, at };
    }
    case 'lane': {
      const lane = name(value['lane']);
      const state = value['state'];
      if (lane === undefined || (state !== 'open' && state !== 'closed')) return undefined;
      const exitCode = value['exitCode'];
      return Number.isSafeInteger(exitCode)
        ? { type: 'lane', lane, state, at, exitCode: Number(exitCode) }
        : { type: 'lane', lane, state, at };
    }
    default:
      return undefined;
  }
}

/** The events of a list of unknown values, in their order; what is none is left out. */
export function parseTraceEvents(values: readonly unknown[]): readonly TraceEvent[] {
  return values.map(parseTraceEvent).filter((event) => event !== undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function time(value: unknown): number | undefined {
  if (typeof value !== 'number' || !(value >= -MAX_SKEW_MS && value <= MAX_MS)) return undefined;
  return Math.max(0, value);
}

function name(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_NAME) : undefined;
}

function detail(value: unknown): { detail?: Detail } {
  if (!isRecord(value)) return {};
  const kept = Object.entries(value)
    .slice(0, MAX_DETAIL_KEYS)
    .flatMap(([key, part]): [string, Detail[string]][] => {
      if (typeof part === 'string') return [[key, part.slice(0, MAX_NAME)]];
      if (part === null || typeof part === 'boolean' || typeof part === 'number') {
        return [[key, part]];
      }
      return [];
    });
  return { detail: Object.fromEntries(kept) };
}
