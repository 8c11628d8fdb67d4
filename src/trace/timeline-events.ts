/** A timeline as events again: what it knows, each thing once, in the order of time. Reading them gives it back. */
import type { Lane, Timeline } from './timeline.ts';
import type { TraceEvent } from './trace-event.ts';

export function timelineEvents(timeline: Timeline): readonly TraceEvent[] {
  const events: TraceEvent[] = timeline.lanes.flatMap((lane) => laneEvents(lane, timeline));
  const sent = new Set<string>();
  for (const { id, from: lane, to, at, receivedAt } of timeline.messages) {
    // A broadcast is sent once, and received by many.
    if (!sent.has(id)) events.push({ type: 'send', lane, id, to, at });
    sent.add(id);
    if (receivedAt !== undefined) events.push({ type: 'receive', lane: to, id, at: receivedAt });
  }
  for (const { from: lane, target, at, signal } of timeline.kills) {
    events.push({ type: 'kill', lane, target, at, ...(signal !== undefined && { signal }) });
  }
  return events.sort((a, b) => a.at - b.at);
}

function laneEvents(lane: Lane, { endMs, version }: Timeline): TraceEvent[] {
  const { name, openedAt, closedAt, exitCode, signal, parent, givenName, heardAt, endedBy } = lane;
  // Also the last sign of life; a lane of which nothing was heard has none to miss.
  const heard = heardAt ?? closedAt ?? endMs;
  const events: TraceEvent[] = [{ type: 'trace', lane: name, version, at: heard }];
  if (openedAt !== undefined) {
    const who = {
      ...(parent !== undefined && { parent }),
      ...(givenName !== undefined && { name: givenName }),
    };
    events.push({ type: 'lane', lane: name, state: 'open', at: openedAt, ...who });
  }
  for (const { id, name: label, at, until, detail } of lane.spans) {
    const span = { lane: name, name: label, id };
    events.push({ type: 'begin', ...span, at, ...(detail && { detail }) });
    if (until !== undefined) events.push({ type: 'end', ...span, at: until });
  }
  for (const { at, until } of lane.blocked) {
    events.push({ type: 'blocked', lane: name, at, durationMs: until - at });
  }
  for (const { at, name: label, detail } of lane.marks) {
    events.push({ type: 'mark', lane: name, name: label, at, ...(detail && { detail }) });
  }
  for (const { at, dueAt, name: label } of lane.timers) {
    events.push({ type: 'timer', lane: name, name: label, setAt: dueAt, dueAt, at });
  }
  // What was ended with the whole run has not ended by itself: that is the run's to tell.
  if (closedAt !== undefined && endedBy === undefined) {
    const how = {
      ...(exitCode !== undefined && { exitCode }),
      ...(signal !== undefined && { signal }),
    };
    events.push({ type: 'lane', lane: name, state: 'closed', at: closedAt, ...how });
  }
  return events;
}
