/**
 * A timeline that grows while its run goes on. What it costs to add events does not depend on how many there are
 * already, as long as they come more or less in the order of time, as those of a live run do: n events in any number
 * of portions cost O(n log n) in all. A hostile order costs more, within the bounds.
 */
import { compareText, isUnnamed, LaneModel, withSilence } from './lane-model.ts';
import { MessagePairs } from './message-pairs.ts';
import { SortedList } from './sorted-list.ts';
import type { Kill, Lane, LaneName, Timeline } from './timeline.ts';
import { TRACE_VERSION, type TraceEvent } from './trace-event.ts';

/** More than these no figure can show, and no page should hold. Items are spans, marks, messages, timers and kills. */
export const MAX_LANES = 48;
export const MAX_ITEMS = 20_000;
export const MAX_BLOCKED = 1_000;
/** Of names and details together. */
export const MAX_CHARACTERS = 8_000_000;

export class TimelineModel {
  readonly #lanes = new Map<string, LaneModel>();
  /** In the order of the figure; put together again where a lane has changed. */
  #settled = new Map<string, Lane>();
  readonly #touched = new Set<string>();
  readonly #messages = new MessagePairs();
  readonly #kills = new SortedList<Kill>(compareKills);
  #startMs = Number.POSITIVE_INFINITY;
  #endMs = 0;
  #version = TRACE_VERSION;
  #dropped = 0;
  /** How much more there is room for. */
  #items = MAX_ITEMS;
  #blocked = MAX_BLOCKED;
  #characters = MAX_CHARACTERS;

  add(events: readonly TraceEvent[]): void {
    for (const event of events) if (!this.#take(event)) this.#dropped++;
  }

  /** As it is now. Its lists are those of the model: adding more changes them. */
  timeline(): Timeline {
    this.#kills.settle();
    const known = this.#settled.size;
    for (const name of this.#touched) {
      const lane = this.#lanes.get(name);
      if (lane) this.#settled.set(name, lane.settle());
    }
    this.#touched.clear();
    if (this.#settled.size !== known) {
      const sorted = [...this.#settled].sort(([, a], [, b]) => compareLanes(a, b));
      this.#settled = new Map(sorted);
    }
    return {
      lanes: withTheirProcesses(withNumbers(endWithTheirProcesses([...this.#settled.values()]))),
      messages: this.#messages.settle(),
      receipts: this.#messages.receipts,
      kills: this.#kills.items,
      startMs: Math.min(this.#startMs, this.#endMs),
      endMs: this.#endMs,
      version: this.#version,
      dropped: [...this.#lanes.values()].reduce((sum, lane) => sum + lane.dropped, this.#dropped),
    };
  }

  /** Whether there was room for the event. */
  #take(event: TraceEvent): boolean {
    const lane = this.#lane(event.lane);
    if (!lane || !this.#put(event, lane)) return false;
    const until = event.type === 'blocked' ? event.at + event.durationMs : event.at;
    if (event.type !== 'lane' || event.state === 'open') lane.hear(until);
    this.#startMs = Math.min(this.#startMs, event.at);
    this.#endMs = Math.max(this.#endMs, until);
    return true;
  }

  #put(event: TraceEvent, lane: LaneModel): boolean {
    switch (event.type) {
      case 'trace':
        this.#version = Math.max(this.#version, event.version);
        return true;
      case 'loop':
        return true;
      case 'dropped':
        lane.noteDropped(event.count);
        return true;
      case 'lane':
        lane.addState(event);
        return true;
      case 'blocked':
        if (this.#blocked <= 0) return false;
        this.#blocked--;
        lane.addBlocked({ at: event.at, until: event.at + event.durationMs });
        return true;
      case 'mark':
        if (!this.#hasRoom(charactersOf(event))) return false;
        lane.addMark({ name: event.name, at: event.at, detail: event.detail });
        return true;
      case 'timer':
        if (!this.#hasRoom(event.name.length)) return false;
        lane.addTimer({ name: event.name, dueAt: Math.min(event.dueAt, event.at), at: event.at });
        return true;
      case 'begin':
      case 'end':
        if (!this.#hasRoom(charactersOf(event), lane.knows(event.id) ? 0 : 1)) return false;
        lane.addPart(event);
        return true;
      case 'send':
      case 'receive':
        if (event.type === 'send' && event.to !== undefined && !this.#lane(event.to)) return false;
        if (!this.#hasRoom(event.id.length, this.#messages.adds(event))) return false;
        this.#messages.add(event);
        return true;
      case 'kill':
        return this.#takeKill(event);
    }
  }

  #takeKill({ lane: from, target, at, signal }: Extract<TraceEvent, { type: 'kill' }>): boolean {
    const lane = this.#lane(target);
    if (!lane || !this.#hasRoom(0)) return false;
    lane.noteKill();
    this.#kills.add({ from, target, at, signal });
    return true;
  }

  #hasRoom(characters: number, items = 1): boolean {
    if (this.#items < items || this.#characters < characters) return false;
    this.#items -= items;
    this.#characters -= characters;
    return true;
  }

  #lane(name: string): LaneModel | undefined {
    this.#touched.add(name);
    const known = this.#lanes.get(name);
    if (known) return known;
    if (this.#lanes.size >= MAX_LANES) {
      this.#touched.delete(name);
      return undefined;
    }
    const lane = new LaneModel(laneName(name));
    this.#lanes.set(name, lane);
    return lane;
  }
}

function charactersOf({
  name,
  detail,
}: Extract<TraceEvent, { type: 'begin' | 'end' | 'mark' }>): number {
  let characters = name.length;
  for (const [key, value] of Object.entries(detail ?? {})) {
    characters += key.length + (typeof value === 'string' ? value.length : 8);
  }
  return characters;
}

/** `main` and the first threads of other processes serve everybody; everything else is a worker. */
function laneName(name: string): LaneName {
  const [, process = '', thread = ''] = /^(process \d+)(.*)$/.exec(name) ?? [];
  const isFirst = name === 'main' || (process !== '' && thread === '');
  return { name, process, kind: isFirst ? 'main' : 'worker' };
}

/** A thread ends with its process. Where that was killed nobody is left to say so. */
function endWithTheirProcesses(lanes: readonly Lane[]): readonly Lane[] {
  const firsts = new Map<string, Lane>();
  for (const lane of lanes) if (lane.kind === 'main') firsts.set(lane.process, lane);
  return lanes.map((lane) => {
    const { closedAt, signal } = firsts.get(lane.process) ?? {};
    return closedAt === undefined || lane.closedAt !== undefined
      ? lane
      : withSilence({ ...lane, closedAt, signal });
  });
}

/** Several that the program calls the same are numbered: the second `worker.ts` is another process than the first. */
function withNumbers(lanes: readonly Lane[]): readonly Lane[] {
  const total = new Map<string, number>();
  for (const { title } of lanes) total.set(title, (total.get(title) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return lanes.map((lane) => {
    if (total.get(lane.title) === 1) return lane;
    const number = (numbers.get(lane.title) ?? 0) + 1;
    numbers.set(lane.title, number);
    return { ...lane, title: `${lane.title} ${number}` };
  });
}

/** A thread without a name is one of its process, by the name that the reader knows that by: `web.ts 1 worker 1`. */
function withTheirProcesses(lanes: readonly Lane[]): readonly Lane[] {
  const firsts = new Map<string, Lane>();
  for (const lane of lanes) if (lane.kind === 'main') firsts.set(lane.process, lane);
  return lanes.map((lane) => {
    const { name, givenName, process, kind } = lane;
    const first = firsts.get(process);
    return process === '' || kind === 'main' || first === undefined || !isUnnamed(givenName)
      ? lane
      : { ...lane, title: first.title + name.slice(process.length) };
  });
}

const byNumber = new Intl.Collator('en', { numeric: true });

function compareLanes(a: Lane, b: Lane): number {
  return (
    byNumber.compare(a.process, b.process) ||
    Number(b.kind === 'main') - Number(a.kind === 'main') ||
    byNumber.compare(a.name, b.name) ||
    compareText(a.name, b.name)
  );
}

function compareKills(a: Kill, b: Kill): number {
  return (
    a.at - b.at ||
    compareText(a.from, b.from) ||
    compareText(a.target, b.target) ||
    compareText(a.signal ?? '', b.signal ?? '')
  );
}
