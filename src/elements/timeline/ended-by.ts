import type { Outcome } from '../../sandbox/engine.ts';
import { durationText } from '../../trace/format.ts';

/** How threads that were still there have ended with the run; undefined where the program ended by itself. */
export function endedBy(outcome: Outcome): string | undefined {
  switch (outcome.type) {
    case 'stopped':
      return 'was stopped';
    case 'timed-out':
      return `was stopped after ${durationText(outcome.limitMs)}`;
    case 'crashed':
      return 'crashed';
    case 'exited':
      return outcome.code === 0 ? undefined : `ended with exit code ${outcome.code}`;
  }
}
