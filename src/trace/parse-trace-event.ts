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
  const lane = name(value['lane']);
  if (at === undefined || lane === undefined) return undefined;
  return parsers.get(value['type'])?.(value, lane, at);
}

type Parser = (
  value: Readonly<Record<string, unknown>>,
  lane: string,
  at: number,
) => TraceEvent | undefined;

const span =
  (type: 'begin' | 'end'): Parser =>
  (value, lane, at) => {
    const label = name(value['name']);
    const id = name(value['id']);
    if (label === undefined || id === undefined) return undefined;
    return { type, lane, name: label, id, at, ...detail(value['detail']) };
  };

/** A map, since a type may be called like something that every object has. */
const parsers: ReadonlyMap<unknown, Parser> = new Map<TraceEvent['type'], Parser>([
  [
    'trace',
    (value, lane, at) => {
      const version = count(value['version']);
      return version === undefined ? undefined : { type: 'trace', lane, version, at };
    },
  ],
  ['begin', span('begin')],
  ['end', span('end')],
  [
    'mark',
    (value, lane, at) => {
      const label = name(value['name']);
      if (label === undefined) return undefined;
      return { type: 'mark', lane, name: label, at, ...detail(value['detail']) };
    },
  ],
  [
    'blocked',
    (value, lane, at) => {
      const durationMs = time(value['durationMs']);
      return durationMs === undefined ? undefined : { type: 'blocked', lane, at, durationMs };
    },
  ],
  [
    'send',
    (value, lane, at) => {
      const id = name(value['id']);
      return id === undefined ? undefined : { type: 'send', lane, id, at, ...named(value, 'to') };
    },
  ],
  [
    'receive',
    (value, lane, at) => {
      const id = name(value['id']);
      return id === undefined ? undefined : { type: 'receive', lane, id, at };
    },
  ],
  [
    'lane',
    (value, lane, at) => {
      const { state, exitCode } = value;
      if (state === 'open') {
        return {
          type: 'lane',
          lane,
          state,
          at,
          ...named(value, 'parent'),
          ...named(value, 'name'),
        };
      }
      if (state !== 'closed') return undefined;
      const code = Number.isSafeInteger(exitCode) ? { exitCode: Number(exitCode) } : {};
      return { type: 'lane', lane, state, at, ...code, ...named(value, 'signal') };
    },
  ],
  [
    'kill',
    (value, lane, at) => {
      const target = name(value['target']);
      if (target === undefined) return undefined;
      return { type: 'kill', lane, target, at, ...named(value, 'signal') };
    },
  ],
  [
    'loop',
    (value, lane, at) => {
      const [p50Ms, p99Ms, maxMs] = [value['p50Ms'], value['p99Ms'], value['maxMs']].map(time);
      const share = value['utilization'];
      if (p50Ms === undefined || p99Ms === undefined || maxMs === undefined) return undefined;
      if (typeof share !== 'number' || !(share >= 0)) return undefined;
      return { type: 'loop', lane, at, p50Ms, p99Ms, maxMs, utilization: Math.min(1, share) };
    },
  ],
  [
    'timer',
    (value, lane, at) => {
      const label = name(value['name']);
      const setAt = time(value['setAt']);
      const dueAt = time(value['dueAt']);
      if (label === undefined || setAt === undefined || dueAt === undefined) return undefined;
      return { type: 'timer', lane, name: label, setAt, dueAt, at };
    },
  ],
  [
    'dropped',
    (value, lane, at) => {
      const total = count(value['count']);
      return total === undefined ? undefined : { type: 'dropped', lane, count: total, at };
    },
  ],
]);

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

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A property that may be missing; one that is no name is as good as missing. */
function named<Key extends string>(
  value: Readonly<Record<string, unknown>>,
  key: Key,
): { readonly [K in Key]?: string } {
  const text = name(value[key]);
  return text === undefined ? {} : ({ [key]: text } as { readonly [K in Key]?: string });
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
