/**
 * Reports messages at both of their ends. A message keeps its place among those that go the same way, so its number is
 * its name: the third that leaves one end is the third that comes to the other. Nothing is added to the message itself.
 */
import { lane, laneOf, parent, prefix } from './preload-lane.ts';
import { replace, syncExports, watchMade } from './preload-replace.ts';
import { broadcasts, findPort, nextBroadcast, notePort, type PortFacts } from './preload-shared.ts';
import { emitCounted, now, short } from './preload-write.ts';

/** By these names Node's ports deliver; the embedded engine's do so too. Without them nothing is heard of arrivals. */
const DISPATCH = Symbol.for('nodejs.internal.kHybridDispatch');
const PORTS = Symbol.for('nodejs.internal.kCurrentlyReceivingPorts');

/** One end of a way for messages. */
export class End {
  /** Names of the messages that leave here, and of those that come, but for their numbers; unique in the run. */
  readonly #out: string;
  readonly #in: string;
  /** The lane at the other end, where that is known. */
  readonly #to: string | undefined;
  sent = 0;
  received = 0;
  /** Where it can be handed to another thread. */
  readonly facts: Pick<PortFacts, 'thread' | 'number' | 'end'> | undefined;

  constructor(out: string, into: string, to?: string, facts?: End['facts']) {
    this.#out = out;
    this.#in = into;
    this.#to = to;
    this.facts = facts;
  }

  /** The name of the message that goes next. */
  get next(): string {
    return this.#out + (this.sent + 1);
  }
  send(at: number): void {
    const id = this.next;
    this.sent++;
    const to = this.#to === undefined ? {} : { to: this.#to };
    emitCounted({ type: 'send', lane, id, at, ...to });
  }
  receive(): string {
    const id = this.#in + ++this.received;
    emitCounted({ type: 'receive', lane, id, at: now() });
    return id;
  }
}

const ends = new WeakMap<object, End>();
let channels = 0;

function endOfChannel({ thread, number, end, sent, received }: PortFacts): End {
  const name = `${prefix}c${thread}.${number}`;
  const [out, into] = end === 0 ? [`${name}>`, `${name}<`] : [`${name}<`, `${name}>`];
  const made = new End(out, into, undefined, { thread, number, end });
  made.sent = sent;
  made.received = received;
  return made;
}

export function traceMessages(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const { BroadcastChannel, MessageChannel, MessagePort, Worker, parentPort, threadId } = threads;

  const workers = new WeakMap<object, End>();
  const endOfWorker = (worker: InstanceType<typeof Worker>): End | undefined => {
    // A thread that has ended has the id -1, and nobody receives its messages.
    const known = workers.get(worker);
    if (known || !(worker.threadId > 0)) return known;
    const id = worker.threadId;
    const end = new End(`${prefix}t${id}>`, `${prefix}t${id}<`, laneOf(id));
    workers.set(worker, end);
    return end;
  };
  const { postMessage, emit } = Worker.prototype;
  replace(
    Worker.prototype,
    'postMessage',
    function (this: InstanceType<typeof Worker>, ...args: Parameters<typeof postMessage>) {
      const end = this.threadId > 0 ? endOfWorker(this) : undefined;
      return end
        ? sendBy(end, args, () => postMessage.apply(this, args))
        : postMessage.apply(this, args);
    },
  );
  replace(
    Worker.prototype,
    'emit',
    function (this: InstanceType<typeof Worker>, ...args: Parameters<typeof emit>) {
      if (args[0] === 'message' || args[0] === 'messageerror') endOfWorker(this)?.receive();
      return emit.apply(this, args);
    },
  );

  if (parentPort) {
    ends.set(parentPort, new End(`${prefix}t${threadId}<`, `${prefix}t${threadId}>`, parent));
    adoptPorts(`t${threadId}`, portsIn(threads.workerData));
  }
  const post = MessagePort.prototype.postMessage;
  replace(
    MessagePort.prototype,
    'postMessage',
    function (this: InstanceType<typeof MessagePort>, ...args: Parameters<typeof post>) {
      const end = ends.get(this);
      return end ? sendBy(end, args, () => post.apply(this, args)) : post.apply(this, args);
    },
  );

  const watchedChannel = watchMade(MessageChannel, ({ port1, port2 }) => {
    const facts = { thread: threadId, number: ++channels, sent: 0, received: 0 };
    ends.set(port1, endOfChannel({ ...facts, end: 0 }));
    ends.set(port2, endOfChannel({ ...facts, end: 1 }));
  });
  const watchedBroadcast = watchMade(BroadcastChannel, (channel) => {
    ends.set(channel, new BroadcastEnd(String(channel.name)));
  });
  const { postMessage: broadcast } = BroadcastChannel.prototype;
  replace(
    BroadcastChannel.prototype,
    'postMessage',
    function (this: InstanceType<typeof BroadcastChannel>, message: unknown) {
      const end = ends.get(this);
      return end
        ? sendBy(end, [], () => broadcast.call(this, message))
        : broadcast.call(this, message);
    },
  );
  const watched = { MessageChannel: watchedChannel, BroadcastChannel: watchedBroadcast };
  Object.assign(threads, watched);
  for (const [name, value] of Object.entries(watched))
    replace(globalThis as object as Record<string, unknown>, name, value);

  const dispatch: unknown = Reflect.get(EventTarget.prototype, DISPATCH);
  if (typeof dispatch === 'function') {
    replace(
      EventTarget.prototype as object as Record<symbol, unknown>,
      DISPATCH,
      function (this: object, ...args: unknown[]) {
        if (args[1] === 'message' || args[1] === 'messageerror') arrived(this);
        return Reflect.apply(dispatch, this, args);
      },
    );
  }
  const { receiveMessageOnPort } = threads;
  Object.assign(threads, {
    receiveMessageOnPort(port: InstanceType<typeof MessagePort>) {
      const message = receiveMessageOnPort(port);
      if (message) ends.get(port)?.receive();
      return message;
    },
  });
  syncExports();
}

function arrived(port: object): void {
  const id = ends.get(port)?.receive();
  const ports: unknown = Reflect.get(port, PORTS);
  if (id !== undefined && Array.isArray(ports)) adoptPorts(id, ports.filter(isPort));
}

/** Sends, and notes before that where the ports go that are sent along: whoever gets them may be quick. */
function sendBy<Result>(end: End, args: readonly unknown[], post: () => Result): Result {
  const at = now();
  const given = args[1];
  const list = Array.isArray(given)
    ? given
    : (given as { transfer?: unknown } | undefined)?.transfer;
  if (Array.isArray(list)) passPorts(end.next, list.filter(isPort));
  const result = post();
  end.send(at);
  return result;
}

function passPorts(carrier: string, ports: readonly object[]): void {
  for (const [index, port] of ports.entries()) {
    const end = ends.get(port);
    if (end?.facts)
      notePort(carrier, index, { ...end.facts, sent: end.sent, received: end.received });
  }
}

function adoptPorts(carrier: string, ports: readonly object[]): void {
  for (const [index, port] of ports.entries()) {
    const facts = findPort(carrier, index);
    if (facts) ends.set(port, endOfChannel(facts));
  }
}

/** Ports that a new thread gets with its data. */
export function passPortsToThread(thread: number, data: unknown): void {
  passPorts(`t${thread}`, portsIn(data));
}

/** The ports in a value, in an order that a copy of it has as well. Where there is much to look through, the first ones. */
function portsIn(value: unknown): readonly object[] {
  const found: object[] = [];
  const seen = new Set<object>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part) || seen.size > 1_000) return;
    seen.add(part);
    if (isPort(part)) found.push(part);
    else if (!ArrayBuffer.isView(part)) for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return found;
}

function isPort(value: unknown): value is object {
  return value instanceof MessagePort;
}

/** Messages of a broadcast are counted for all together: whoever listens knows the numbers of those that it missed. */
class BroadcastEnd extends End {
  readonly #name: string;
  readonly #own = new Set<number>();

  constructor(name: string) {
    super(`${prefix}b:${short(name)}:`, `${prefix}b:${short(name)}:`);
    this.#name = name;
    this.received = broadcasts(name);
  }
  override send(at: number): void {
    const number = nextBroadcast(this.#name);
    this.#own.add(number);
    this.sent = number - 1;
    super.send(at);
  }
  override receive(): string {
    // Nobody gets its own.
    while (this.#own.delete(this.received + 1)) this.received++;
    return super.receive();
  }
}
