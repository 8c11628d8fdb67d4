/** What a span says of itself in its detail, and how that is written. */
import type { Span } from './timeline.ts';

export type SpanState = 'failed' | 'retried' | 'waiting';

/**
 * `ok: false` says that it failed, `attempt: 2` and more that it was tried before, `waiting: true` that it spends its
 * time waiting rather than working.
 */
export function spanState(span: Span): SpanState | undefined {
  const { detail } = span;
  if (detail === undefined) return undefined;
  if (detail['ok'] === false) return 'failed';
  if (attemptOf(span) > 1) return 'retried';
  return detail['waiting'] === true ? 'waiting' : undefined;
}

/** Which attempt it is, counted from 1. */
export function attemptOf({ detail }: Span): number {
  const attempt = detail?.['attempt'];
  return typeof attempt === 'number' && attempt >= 1 ? Math.floor(attempt) : 1;
}

/** What stands before a span's name: `✕ ` for a failure, `↻3 ` for the third attempt. */
export function signOf(span: Span): string {
  const attempt = attemptOf(span);
  return `${span.detail?.['ok'] === false ? '✕ ' : ''}${attempt > 1 ? `↻${attempt} ` : ''}`;
}

/** The same in words: `failed`, `attempt 3`. */
export function stateWords(span: Span): readonly string[] {
  const attempt = attemptOf(span);
  return [
    ...(span.detail?.['ok'] === false ? ['failed'] : []),
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
    ...(span.detail?.['waiting'] === true ? ['waiting'] : []),
  ];
}
