/** What a timeline shows, in one sentence. */
import { durationText } from './format.ts';
import type { Lane, Timeline } from './timeline.ts';

/**
 * For example: "The main thread was blocked once, for 612 ms of 810 ms; 1 worker ran beside it; 2 messages passed
 * between the threads." Plain text, not markup.
 */
export function timelineSummary(timeline: Timeline): string {
  if (timeline.lanes.length === 0) return 'Nothing has been traced.';
  const parts = [
    ...timeline.lanes.filter((lane) => lane.kind === 'main').map((lane) => blocked(lane, timeline)),
    ...workers(timeline.lanes.filter((lane) => lane.kind === 'worker')),
    ...messages(timeline.messages.length),
    ...dropped(timeline.dropped),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function blocked(lane: Lane, { startMs, endMs }: Timeline): string {
  const who = lane.name === 'main' ? 'the main thread' : `the main thread of ${lane.name}`;
  const lasted = lane.blocked.map(({ at, until }) => until - at);
  const total = lasted.reduce((sum, ms) => sum + ms, 0);
  const run = durationText((lane.closedAt ?? endMs) - (lane.openedAt ?? startMs));
  const end = failure(lane);
  if (lasted.length === 0) return `${who} was never blocked in ${run}${end}`;
  if (lasted.length === 1) {
    return `${who} was blocked once, for ${durationText(total)} of ${run}${end}`;
  }
  const longest = durationText(Math.max(...lasted));
  return `${who} was blocked ${lasted.length} times, for ${durationText(total)} of ${run}, at most ${longest} at a time${end}`;
}

function failure(lane: Lane): string {
  if (lane.endedBy !== undefined) return `, and was ended: ${lane.endedBy}`;
  return lane.exitCode ? `, and ended with exit code ${lane.exitCode}` : '';
}

function workers(lanes: readonly Lane[]): string[] {
  if (lanes.length === 0) return [];
  const failed = lanes.filter((lane) => lane.exitCode || lane.endedBy !== undefined).length;
  const ran = `${count(lanes.length, 'worker')} ran beside it`;
  if (failed === 0) return [ran];
  if (lanes.length === 1) return [`${ran} and did not end by itself`];
  return [`${ran}, of which ${failed} did not end by ${failed === 1 ? 'itself' : 'themselves'}`];
}

function messages(total: number): string[] {
  return total === 0 ? [] : [`${count(total, 'message')} passed between the threads`];
}

function dropped(total: number): string[] {
  if (total === 0) return [];
  return [`${count(total, 'more event')} ${total === 1 ? 'is' : 'are'} not shown`];
}

function count(total: number, noun: string): string {
  return `${total} ${noun}${total === 1 ? '' : 's'}`;
}
