/** What a timeline shows, in one sentence. */
import { durationText } from './format.ts';
import { endText } from './rows.ts';
import { counted, type SpanGroup, spanGroups } from './span-groups.ts';
import type { Lane, Timeline } from './timeline.ts';
import { TRACE_VERSION } from './trace-event.ts';

/** More kinds of spans than these would make a sentence that nobody finishes. */
const MOST_GROUPS = 3;

/**
 * For example: "The main thread was blocked once, for 612 ms of 810 ms; 3 requests waited, at most 480 ms; 1 worker ran
 * beside it, busy for 300 ms; 2 messages passed between the threads." Of a run that is going on: "The main thread has
 * been blocked once so far, for 612 ms; …". Plain text.
 */
export function timelineSummary(timeline: Timeline, running = false): string {
  if (timeline.lanes.length === 0) return 'Nothing has been traced.';
  const parts = [
    ...timeline.lanes
      .filter((lane) => lane.kind === 'main')
      .flatMap((lane) =>
        lane.name === 'main' || lane.blocked.length > 0
          ? [blocked(lane, timeline, running && lane.closedAt === undefined)]
          : ended(lane),
      ),
    ...spanGroups(timeline).slice(0, MOST_GROUPS).flatMap(group),
    ...workers(timeline.lanes.filter((lane) => lane.kind === 'worker')),
    ...messages(timeline),
    ...dropped(timeline.dropped),
    ...newer(timeline.version),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function blocked(lane: Lane, { startMs, endMs }: Timeline, running: boolean): string {
  const who = lane.name === 'main' ? 'the main thread' : `the main thread of ${lane.title}`;
  const was = running ? 'has been' : 'was';
  const lasted = lane.blocked.map(({ at, until }) => until - at);
  const total = durationText(sum(lasted));
  const whole = durationText((lane.closedAt ?? endMs) - (lane.openedAt ?? startMs));
  const often = `${times(lasted.length)}${running ? ' so far' : ''}`;
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

/** Of another process whose loop was free all the time only its end is worth a word. */
function ended({ title, endedBy, exitCode, signal }: Lane): string[] {
  if (signal !== undefined) return [`${title} was ended by ${signal}`];
  if (endedBy !== undefined) return [`${title} ${endedBy}`];
  return exitCode ? [`${title} ended with exit code ${exitCode}`] : [];
}

function failure({ endedBy, exitCode }: Lane): string {
  if (endedBy !== undefined) return `, and ${endedBy}`;
  return exitCode ? `, and ended with exit code ${exitCode}` : '';
}

function group({ noun, members, who, ran, failed, retries, ...rest }: SpanGroup): string[] {
  const said: string[] = [];
  if (ran > 1 || failed > 0) {
    const often =
      retries > 0
        ? `${who} took ${counted(ran, 'attempt')}`
        : members === 1
          ? `${who} ran ${times(ran)}`
          : ran === members
            ? `${who} ran`
            : `${who} ran ${times(ran)} in all`;
    said.push(`${often}${failures(failed, ran)}${together(rest.mostAtOnce, ran)}`);
  }
  const { waits, waiters, longestWaitMs } = rest;
  if (waits > 0) {
    const often = waits === waiters ? '' : ` ${times(waits)} in all`;
    const waited = members === 1 ? who : counted(waiters, noun);
    said.push(`${waited} waited${often}, at most ${durationText(longestWaitMs)}`);
  }
  return said;
}

function failures(failed: number, ran: number): string {
  if (failed === 0) return '';
  return ran === 1 ? ', and failed' : `, ${failed === ran ? 'all' : failed} failed`;
}

function together(mostAtOnce: number, ran: number): string {
  if (ran === 1) return '';
  return mostAtOnce === 1 ? ', one at a time' : `, at most ${mostAtOnce} at once`;
}

function workers(lanes: readonly Lane[]): string[] {
  if (lanes.length === 0) return [];
  const failed = lanes.filter((lane) => endText(lane) !== '').length;
  const busyMs = sum(lanes.flatMap((lane) => lane.blocked.map(({ at, until }) => until - at)));
  const busy =
    busyMs === 0 ? '' : `, busy for ${durationText(busyMs)}${lanes.length > 1 ? ' in all' : ''}`;
  const ran = `${counted(lanes.length, 'worker')} ran beside it${busy}`;
  if (failed === 0) return [ran];
  if (lanes.length === 1) return [`${ran}, and did not end by itself`];
  return [`${ran}; ${failed} of them did not end by ${failed === 1 ? 'itself' : 'themselves'}`];
}

/** On a way shorter than this a message has hardly waited. */
const WAITED_MS = 20;

function messages({ messages: all, receipts }: Timeline): string[] {
  if (all.length === 0) return [];
  const longestMs = all.reduce(
    (most, { at, receivedAt = at }) => Math.max(most, receivedAt - at),
    0,
  );
  const lost = receipts ? all.filter(({ receivedAt }) => receivedAt === undefined).length : 0;
  const waited = longestMs < WAITED_MS ? '' : `, at most ${durationText(longestMs)} on the way`;
  const unread = lost === 0 ? '' : `, ${lost} of them not received`;
  return [`${counted(all.length, 'message')} passed between the threads${waited}${unread}`];
}

function dropped(total: number): string[] {
  if (total === 0) return [];
  return [`${counted(total, 'more event')} ${total === 1 ? 'is' : 'are'} not shown`];
}

/** What is not known is left out when events are read, so it cannot be counted. */
function newer(version: number): string[] {
  if (version <= TRACE_VERSION) return [];
  return [
    `it was reported in version ${version} of the trace format, of which this page reads version ${TRACE_VERSION}: something may be missing`,
  ];
}

function times(count: number): string {
  return ['', 'once', 'twice'][count] ?? `${count} times`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
