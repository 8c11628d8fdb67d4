/** Where in the reader's files the function was called from that asks this. */
import { stackOf, topPlace } from '../../stack-traces.ts';
import type { TestPlace } from './test-events.ts';

export function callerPlace(): TestPlace | undefined {
  const place = topPlace(stackOf(new Error()));
  return place && { file: place.path, line: place.line, column: place.column };
}
