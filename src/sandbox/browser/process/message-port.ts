/** Gives the browser's message ports the manners of Node's: `on('message')`, and a say in whether the thread stays. */
import { isRecord } from '../wire/is-record.ts';
import { addHeldImmediate, enter, ref, unref } from './loop.ts';
import { mailboxes } from './mailbox-door.ts';
import { nativePost } from './native.ts';
import { tellHost, thread } from './thread.ts';

type Listener = (value: unknown) => void;
/** What the browser was given, by type of event and by what the program gave. */
type Listeners = Map<string, Map<unknown, EventListener>>;
interface PortState {
  /** Whether the port keeps the thread alive now. */
  held: boolean;
  /** Set by the program's own `ref` and `unref`. */
  wanted: boolean;
  listeners: number;
  closed: boolean;
  wrapped: Listeners;
  handler: ((event: MessageEvent) => void) | null;
}

const CLOSED = '\u0000sandbox-port-closed';
const native = {
  add: EventTarget.prototype.addEventListener,
  remove: EventTarget.prototype.removeEventListener,
  start: MessagePort.prototype.start,
  close: MessagePort.prototype.close,
};
const states = new WeakMap<MessagePort, PortState>();

function stateOf(port: MessagePort): PortState {
  let state = states.get(port);
  if (!state) {
    state = {
      held: false,
      wanted: true,
      listeners: 0,
      closed: false,
      wrapped: new Map(),
      handler: null,
    };
    states.set(port, state);
    native.add.call(port, 'message', (event) => {
      const { data, ports = [] } = event as Partial<MessageEvent>;
      keepPorts(ports);
      if (isRecord(data) && CLOSED in data) {
        event.stopImmediatePropagation();
        closed(port);
        return;
      }
      if (!opened(port, event as MessageEvent)) event.stopImmediatePropagation();
      else tellDispatch(port, event as MessageEvent);
    });
    // Some browsers tell when the thread of the other end was ended from outside.
    native.add.call(port, 'close', (event) => {
      if (event.isTrusted) settleClosed(port);
    });
  }
  return state;
}

/** Whether a message is still to be delivered: `receiveMessageOnPort` may have had it. */
export function opened(port: MessagePort, event: MessageEvent): boolean {
  const boxes = mailboxes();
  if (!boxes) return true;
  const mail = boxes.arrived(port, event.data);
  if (mail) Object.defineProperty(event, 'data', { value: mail.value });
  return mail !== undefined;
}

/** Node's ports deliver by a method of this name. Ours does nothing: whoever has it replaced hears of each message. */
const DISPATCH = Symbol.for('nodejs.internal.kHybridDispatch');
const RECEIVED_PORTS = Symbol.for('nodejs.internal.kCurrentlyReceivingPorts');

function tellDispatch(target: EventTarget, event: MessageEvent): void {
  const dispatch: unknown = Reflect.get(target, DISPATCH);
  if (typeof dispatch !== 'function') return;
  Object.defineProperty(target, RECEIVED_PORTS, { value: event.ports, configurable: true });
  Reflect.apply(dispatch, target, [event.data, event.type]);
  Reflect.deleteProperty(target, RECEIVED_PORTS);
}

/** Ports that this thread has got; each may have gone elsewhere since, or be collected. */
const kept = new Set<WeakRef<MessagePort>>();
const collected = new FinalizationRegistry<WeakRef<MessagePort>>((port) => kept.delete(port));

/** Remembers ports, so that their other ends hear of it when the thread is over. */
export function keepPorts(ports: readonly MessagePort[]): void {
  for (const port of ports) {
    const reference = new WeakRef(port);
    kept.add(reference);
    collected.register(port, reference);
  }
}

/** Closes all that the thread still has, as its end does on Node. */
export function closePorts(): void {
  for (const reference of kept) {
    const port = reference.deref();
    if (port) nativePost.call(port, { [CLOSED]: true });
  }
}

function settle(port: MessagePort): void {
  const state = stateOf(port);
  const hold = state.wanted && state.listeners > 0 && !state.closed;
  if (hold === state.held) return;
  state.held = hold;
  if (hold) ref();
  else unref();
}

function settleClosed(port: MessagePort): void {
  stateOf(port).closed = true;
  settle(port);
}

function closed(port: MessagePort, isHere = true): void {
  if (stateOf(port).closed) return;
  settleClosed(port);
  addHeldImmediate(() => {
    // Before it is closed: WebKit gives a closed port no events.
    port.dispatchEvent(new Event('close'));
    if (isHere) native.close.call(port);
  });
}

/**
 * Ports that went to another thread are closed in this one, as on Node; but the browser is not told: WebKit would close
 * the port where it is now.
 */
export function handedOver(transferred: readonly unknown[]): void {
  for (const port of transferred as readonly MessagePort[]) {
    if (states.has(port)) closed(port, false);
  }
}

function listen(port: MessagePort, type: string, key: unknown, listener: EventListener): void {
  const state = stateOf(port);
  const ofType = state.wrapped.get(type) ?? new Map<unknown, EventListener>();
  if (ofType.has(key)) return;
  const inLoop: EventListener = (event) => {
    // What had arrived when the program closed the port is lost, as on Node.
    if (type !== 'message' || !state.closed) enter(() => listener.call(port, event));
  };
  state.wrapped.set(type, ofType.set(key, inLoop));
  native.add.call(port, type, inLoop);
  if (type !== 'message') return;
  state.listeners++;
  native.start.call(port);
  settle(port);
}

function unlisten(port: MessagePort, type: string, key: unknown): void {
  const state = stateOf(port);
  const ofType = state.wrapped.get(type);
  const inLoop = ofType?.get(key);
  if (!ofType?.delete(key) || !inLoop) return;
  native.remove.call(port, type, inLoop);
  if (type !== 'message') return;
  state.listeners--;
  settle(port);
}

/** Closes a port for the program and keeps it open for us, who have to report the thread's end over it. */
export function closeForProgram(port: MessagePort): void {
  const state = stateOf(port);
  for (const listener of state.wrapped.get('message')?.values() ?? []) {
    native.remove.call(port, 'message', listener);
  }
  state.wrapped.clear();
  state.listeners = 0;
  settleClosed(port);
}

const nodeMethods = {
  on(this: MessagePort, type: string, listener: Listener) {
    listen(this, type, listener, (event) => listener((event as MessageEvent).data));
    return this;
  },
  once(this: MessagePort, type: string, listener: Listener) {
    listen(this, type, listener, (event) => {
      unlisten(this, type, listener);
      listener((event as MessageEvent).data);
    });
    return this;
  },
  off(this: MessagePort, type: string, listener: Listener) {
    unlisten(this, type, listener);
    return this;
  },
  ref(this: MessagePort) {
    stateOf(this).wanted = true;
    settle(this);
  },
  unref(this: MessagePort) {
    stateOf(this).wanted = false;
    settle(this);
  },
  hasRef(this: MessagePort) {
    return stateOf(this).held;
  },
  close(this: MessagePort) {
    if (stateOf(this).closed) return;
    nativePost.call(this, { [CLOSED]: true });
    closed(this);
  },
  addEventListener(
    this: MessagePort,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: { once?: boolean },
  ) {
    if (!listener) return;
    listen(this, type, listener, (event) => {
      if (options?.once) unlisten(this, type, listener);
      if (typeof listener === 'function') listener.call(this, event);
      else listener.handleEvent(event);
    });
  },
  removeEventListener(this: MessagePort, type: string, listener: unknown) {
    unlisten(this, type, listener);
  },
};

export function installMessagePort(): void {
  Object.defineProperty(EventTarget.prototype, DISPATCH, {
    value: () => undefined,
    writable: true,
    configurable: true,
  });
  const { on, off } = nodeMethods;
  const methods = { ...nodeMethods, addListener: on, removeListener: off };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(MessagePort.prototype, name, {
      value,
      writable: true,
      configurable: true,
    });
  }
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    configurable: true,
    get(this: MessagePort) {
      return stateOf(this).handler;
    },
    set(this: MessagePort, handler: unknown) {
      const state = stateOf(this);
      unlisten(this, 'message', state);
      state.handler = typeof handler === 'function' ? (handler as PortState['handler']) : null;
      if (state.handler) listen(this, 'message', state, state.handler as EventListener);
    },
  });
}

const NativeMessageChannel = globalThis.MessageChannel;

export class MessageChannel extends NativeMessageChannel {
  constructor() {
    super();
    keepPorts([this.port1, this.port2]);
    mailboxes()?.join(this.port1, this.port2);
  }
}

const NativeBroadcastChannel = globalThis.BroadcastChannel;

/** Those of this thread that are open, by the numbers that the host tells them apart by. */
const openChannels = new Map<number, BroadcastChannel>();
let channelNumbers = 0;

/** What a thread of this process has broadcast. `sender` is the number of the channel, if it is one of this thread. */
export function deliverBroadcast(name: string, value: unknown, sender: number | undefined): void {
  for (const [number, channel] of [...openChannels]) {
    if (channel.name !== name || number === sender) continue;
    enter(() => channel.dispatchEvent(new MessageEvent('message', { data: value })));
  }
}

/**
 * Keeps the thread alive until it is closed, as on Node. Messages go through the host: the browser would carry them to
 * other processes as well, and WebKit, in a frame of opaque origin, to nobody.
 */
export class BroadcastChannel extends NativeBroadcastChannel {
  #open = true;
  #held = true;
  readonly #name: string;
  readonly #number = ++channelNumbers;
  constructor(name: string) {
    super(`${thread().process.pid} ${name}`);
    this.#name = String(name);
    openChannels.set(this.#number, this);
    super.addEventListener('message', (event) => tellDispatch(this, event));
    ref();
  }
  override get name(): string {
    return this.#name;
  }
  override postMessage(value: unknown): void {
    if (!this.#open) throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    tellHost({ type: 'broadcast', name: this.#name, sender: this.#number, value });
  }
  override close(): void {
    super.close();
    openChannels.delete(this.#number);
    this.#open = false;
    this.#settle(false);
  }
  ref(): this {
    this.#settle(this.#open);
    return this;
  }
  unref(): this {
    this.#settle(false);
    return this;
  }
  #settle(hold: boolean): void {
    if (hold === this.#held) return;
    this.#held = hold;
    if (hold) ref();
    else unref();
  }
}
