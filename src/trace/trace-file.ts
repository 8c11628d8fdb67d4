/**
 * A run's trace as a file that a reader saves, for example
 *
 *     {
 *       "format": "unblocked-trace",
 *       "version": 1,
 *       "source": "Drawn from your run.",
 *       "ended": { "at": 812.4, "by": "was stopped" },
 *       "events": [ {"type":"lane","lane":"main","state":"open","at":0.5}, … ]
 *     }
 *
 * `events` are as in `trace-event.ts`; `ended` is there where the run was ended from outside. `version` goes up when
 * the meaning of something changes; a file of a later version is refused.
 */
import { parseTraceEvents } from './parse-trace-event.ts';
import { endRun, type Timeline, timelineOf } from './timeline.ts';
import { timelineEvents } from './timeline-events.ts';

const FORMAT = 'unblocked-trace';
const VERSION = 1;

export interface SavedRun {
  readonly timeline: Timeline;
  /** Which run it was, in a sentence. */
  readonly source: string;
}

/** An event a line, so that two files can be compared. */
export function traceFile({ timeline, source }: SavedRun): string {
  const by = timeline.lanes.find(({ endedBy }) => endedBy !== undefined)?.endedBy;
  const head = {
    format: FORMAT,
    version: VERSION,
    source,
    ...(by !== undefined && { ended: { at: timeline.endMs, by } }),
  };
  const events = timelineEvents(timeline).map((event) => `    ${JSON.stringify(event)}`);
  const lines = Object.entries(head).map(
    ([key, value]) => `  "${key}": ${JSON.stringify(value)},\n`,
  );
  return `{\n${lines.join('')}  "events": [\n${events.join(',\n')}\n  ]\n}\n`;
}

/** The run that a file holds; undefined where it holds none that this version can read. Never throws. */
export function readTraceFile(text: string): SavedRun | undefined {
  const file = parse(text);
  if (file?.['format'] !== FORMAT || file['version'] !== VERSION) return undefined;
  const { events, source, ended } = file;
  if (!Array.isArray(events)) return undefined;
  const timeline = timelineOf(parseTraceEvents(events));
  const end = isRecord(ended) ? ended : {};
  const { at, by } = end;
  return {
    source: typeof source === 'string' ? source.slice(0, 500) : '',
    timeline:
      typeof at === 'number' && Number.isFinite(at) && typeof by === 'string'
        ? endRun(timeline, at, by.slice(0, 100))
        : timeline,
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
