/** What a performance timeline is made of. */
import { checkNumber } from '../argument-checks.ts';
import { nodeError } from '../node-error.ts';
import { now } from '../thread.ts';

export interface MarkOptions {
  detail?: unknown;
  startTime?: number;
}

export class PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  constructor(name: string, entryType: string, startTime: number, duration: number) {
    this.name = name;
    this.entryType = entryType;
    this.startTime = startTime;
    this.duration = duration;
  }
  toJSON(): object {
    return { ...this };
  }
}
export class PerformanceMark extends PerformanceEntry {
  readonly detail: unknown;
  constructor(name: string, { detail, startTime = now() }: MarkOptions = {}) {
    checkNumber(startTime, 'startTime');
    if (startTime < 0) {
      const words = `${startTime} is not a valid timestamp`;
      throw nodeError(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', words);
    }
    super(String(name), 'mark', startTime, 0);
    this.detail = detail === undefined ? null : structuredClone(detail);
  }
}
export class PerformanceMeasure extends PerformanceEntry {
  readonly detail: unknown;
  constructor(name: string, start: number, duration: number, detail: unknown) {
    super(String(name), 'measure', start, duration);
    this.detail = detail === undefined ? null : structuredClone(detail);
  }
}

/** Of a function that was timed; what it was called with stands under its index too. */
export class PerformanceFunction extends PerformanceEntry {
  readonly detail: readonly unknown[];
  constructor(name: string, start: number, duration: number, args: readonly unknown[]) {
    super(name, 'function', start, duration);
    this.detail = args;
    Object.assign(this, args);
  }
}
