/** The global `performance`, on the clock of the run: `timeOrigin` is when it began, in every thread. */
import { checkFunction, invalidValue } from '../argument-checks.ts';
import { utilization } from '../loop.ts';
import { nameMembers } from '../name-members.ts';
import { now, thread } from '../thread.ts';
import {
  type MarkOptions,
  PerformanceEntry,
  PerformanceFunction,
  PerformanceMark,
  PerformanceMeasure,
} from './performance-entry.ts';
import { clear, keep, tell, timeline } from './performance-timeline.ts';

interface MeasureOptions {
  detail?: unknown;
  start?: string | number | PerformanceEntry;
  end?: string | number | PerformanceEntry;
  duration?: number;
}

/** What Node itself marks cannot be marked again. */
const milestones = [
  'nodeStart',
  'v8Start',
  'environment',
  'loopStart',
  'loopExit',
  'bootstrapComplete',
] as const;

function timeOf(mark: string | number | PerformanceEntry): number {
  if (typeof mark === 'number') return mark;
  if (mark instanceof PerformanceEntry) return mark.startTime;
  if (isMilestone(mark)) return nodeTiming[mark];
  const found = timeline.findLast(({ name, entryType }) => name === mark && entryType === 'mark');
  if (found) return found.startTime;
  throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
}

const isMilestone = (name: string): name is (typeof milestones)[number] =>
  milestones.some((milestone) => milestone === name);

/** The moments of a start, as far as a page has them: all of them are when the run began. */
class PerformanceNodeTiming extends PerformanceEntry {
  readonly nodeStart = 0;
  readonly v8Start = 0;
  readonly bootstrapComplete = 0;
  readonly environment = 0;
  readonly loopStart = 0;
  readonly loopExit = -1;
  constructor() {
    super('node', 'node', 0, 0);
    for (const [name, get] of Object.entries({
      duration: () => now(),
      idleTime: () => utilization().idle,
    })) {
      Object.defineProperty(this, name, { get, enumerable: true, configurable: true });
    }
  }
}
const nodeTiming = new PerformanceNodeTiming();

interface Utilization {
  idle: number;
  active: number;
  utilization: number;
}
function withRatio(idle: number, active: number): Utilization {
  const all = idle + active;
  return { idle, active, utilization: all === 0 ? 0 : active / all };
}

export function eventLoopUtilization(newer?: Utilization, older?: Utilization): Utilization {
  if (newer && older) return withRatio(newer.idle - older.idle, newer.active - older.active);
  const { idle, active } = utilization();
  if (newer) return withRatio(idle - newer.idle, active - newer.active);
  return withRatio(idle, active);
}

// biome-ignore lint/suspicious/noExplicitAny: what is timed takes and gives anything, as in Node's own types.
type Timed = (this: any, ...args: any[]) => any;
interface TimerifyOptions {
  histogram?: { record(nanoseconds: number): void };
}

/** The function, with an entry of type `function` for observers each time that it has run. */
export function timerify<Fn extends Timed>(original: Fn, options: TimerifyOptions = {}): Fn {
  checkFunction(original, 'fn');
  const { histogram } = options;
  const timed = function (this: unknown, ...args: unknown[]): unknown {
    const start = now();
    const over = () => {
      const duration = now() - start;
      histogram?.record(Math.max(1, Math.ceil(duration * 1e6)));
      tell(new PerformanceFunction(original.name, start, duration, args));
    };
    const result: unknown = new.target
      ? Reflect.construct(original, args, original)
      : Reflect.apply(original, this, args);
    if (!new.target && result instanceof Promise) return result.finally(over);
    over();
    return result;
  };
  Object.defineProperties(timed, {
    length: { value: original.length, configurable: true },
    name: { value: `timerified ${original.name}`, configurable: true },
  });
  return timed as unknown as Fn;
}

export class Performance extends EventTarget {
  get timeOrigin(): number {
    return thread().origin;
  }
  now(): number {
    return now();
  }
  mark(name: string, options?: MarkOptions): PerformanceMark {
    if (isMilestone(String(name))) throw invalidValue('name', name);
    return keep(new PerformanceMark(name, options));
  }
  measure(
    name: string,
    startOrOptions?: string | MeasureOptions,
    endMark?: string,
  ): PerformanceMeasure {
    const options =
      typeof startOrOptions === 'object' ? startOrOptions : { start: startOrOptions, end: endMark };
    const { start, end, duration } = options as MeasureOptions;
    const to =
      end !== undefined
        ? timeOf(end)
        : start !== undefined && duration !== undefined
          ? timeOf(start) + duration
          : now();
    const from = start !== undefined ? timeOf(start) : duration !== undefined ? to - duration : 0;
    const { detail } = options as MeasureOptions;
    return keep(new PerformanceMeasure(name, from, to - from, detail));
  }
  getEntries(): PerformanceEntry[] {
    return timeline.toSorted((a, b) => a.startTime - b.startTime);
  }
  getEntriesByType(type: string): PerformanceEntry[] {
    return this.getEntries().filter(({ entryType }) => entryType === type);
  }
  getEntriesByName(name: string, type?: string): PerformanceEntry[] {
    return this.getEntries().filter(
      (entry) => entry.name === name && (type === undefined || entry.entryType === type),
    );
  }
  clearMarks(name?: string): void {
    clear('mark', name);
  }
  clearMeasures(name?: string): void {
    clear('measure', name);
  }
  clearResourceTimings(): void {}
  setResourceTimingBufferSize(): void {}
  timerify<Fn extends Timed>(original: Fn, options?: TimerifyOptions): Fn {
    return timerify(original, options);
  }
  get nodeTiming(): PerformanceNodeTiming {
    return nodeTiming;
  }
  toJSON(): object {
    return {
      nodeTiming: nodeTiming.toJSON(),
      timeOrigin: this.timeOrigin,
      eventLoopUtilization: eventLoopUtilization(),
    };
  }
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Performance ${inspect({ nodeTiming, timeOrigin: this.timeOrigin }, options)}`;
  }
}
nameMembers({ eventLoopUtilization, timerify });
Object.defineProperty(Performance.prototype, 'eventLoopUtilization', {
  value: eventLoopUtilization,
  writable: true,
  configurable: true,
});

export const performance = new Performance();
