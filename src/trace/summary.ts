/** What a timeline shows, in one sentence. */
import { durationText } from './format.ts';
import type { Lane, Timeline } from './timeline.ts';

/**
 * For example: "The main thread was blocked once, for 612 ms of 810 ms; 1 worker ran beside it; 2 messages passed
 * between the threads." Of a run that is going on: "The main thread has been blocked once so far, for 612 ms; …". Plain text.
 */
export function timelineSummary(timeline: Timeline, running = false): string {
  if (timeline.lanes.length === 0) return 'Nothing has been traced.';
  const parts = [
    ...timeline.lanes
      .filter((lane) => lane.kind === 'main')
      .map((lane) => blocked(lane, timeline, running && lane.closedAt === undefined)),
    ...workers(timeline.lanes.filter((lane) => lane.kind === 'worker')),
    ...messages(timeline.messages.length),
    ...dropped(timeline.dropped),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function blocked(lane: Lane, { startMs, endMs }: Timeline, running: boolean): string {
  const who = lane.name === 'main' ? 'the main thread' : `the main thread of ${lane.name}`;
  const was = running ? 'has been' : 'was';
  const lasted = lane.blocked.map(({ at, until }) => until - at);
  const total = durationText(lasted.reduce((sum, ms) => sum + ms, 0));
  const whole = durationText((lane.closedAt ?? endMs) - (lane.openedAt ?? startMs));
  const often = `${['', 'once', 'twice'][lasted.length] ?? `${lasted.length} times`}${running ? ' so far' : ''}`;
  const end = failure(lane);
  if (lasted.length === 0) {
    return running
      ? `${who} has not been blocked so far${end}`
      : `${who} was never blocked in ${whole}${end}`;
  }
  const each =
    lasted.length === 1 ? '' : `, at most ${durationText(Math.max(...lasted))} at a time`;
  return `${who} ${was} blocked ${often}, for ${total}${running ? '' : ` of ${whole}`}${each}${end}`;
}

function failure({ endedBy, exitCode }: Lane): string {
  if (endedBy !== undefined) return `, and ${endedBy}`;
  return exitCode ? `, and ended with exit code ${exitCode}` : '';
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
