/** One end of the channel of messages between a process and one that it has started: `send()` and `'message'`. */

import type { Peer, Serialization } from '../wire/process-messages.ts';
import type { EventEmitter } from './builtins/event-emitter.ts';
import { inspect } from './inspection.ts';
import { addTick } from './loop.ts';
import { absent, nodeError } from './node-error.ts';
import { tellHost } from './thread.ts';

type Callback = (error: Error | null) => void;

/** Enough for the host to keep count of what waits, and few enough not to double the traffic. */
const REPORT_EVERY = 200;

export class IpcChannel {
  readonly #owner: EventEmitter;
  readonly #peer: Peer;
  readonly #serialization: Serialization;
  readonly #closed: () => void;
  /** Messages that came before anybody listened. */
  #pending: unknown[] = [];
  #received = 0;
  #state: 'open' | 'closed' = 'open';

  /** `owner` emits what comes; `closed` is called once, before its `disconnect`. */
  constructor(owner: EventEmitter, peer: Peer, serialization: Serialization, closed: () => void) {
    this.#owner = owner;
    this.#peer = peer;
    this.#serialization = serialization;
    this.#closed = closed;
  }

  get connected(): boolean {
    return this.#state === 'open';
  }

  send(message: unknown, ...rest: readonly unknown[]): boolean {
    const callback = rest.find((part) => typeof part === 'function') as Callback | undefined;
    if (rest[0] !== undefined && rest[0] !== null && typeof rest[0] !== 'function') {
      throw absent('A handle in send()', 'a page has no sockets that could be handed over');
    }
    checkMessage(message);
    if (this.#state !== 'open') {
      const error = nodeError(Error, 'ERR_IPC_CHANNEL_CLOSED', 'Channel closed');
      addTick(() => (callback ? callback(error) : this.#owner.emit('error', error)));
      return false;
    }
    if (this.#serialization === 'advanced') refuseSharedMemory(message, new Set());
    const value = this.#serialization === 'json' ? JSON.stringify(message) : message;
    tellHost({ type: 'send', to: this.#peer, value });
    if (callback) addTick(() => callback(null));
    return true;
  }

  disconnect(): void {
    if (this.#state !== 'open') {
      const words = 'IPC channel is already disconnected';
      this.#owner.emit('error', nodeError(Error, 'ERR_IPC_DISCONNECTED', words));
      return;
    }
    tellHost({ type: 'disconnect', from: this.#peer });
    this.disconnected();
  }

  receive(value: unknown): void {
    this.#received++;
    if (this.#received === REPORT_EVERY) {
      tellHost({ type: 'received', from: this.#peer, count: this.#received });
      this.#received = 0;
    }
    if (this.#state === 'closed') return;
    const message: unknown = this.#serialization === 'json' ? JSON.parse(String(value)) : value;
    addTick(() => this.#deliver(message));
  }

  /** Somebody listens: what has waited is delivered. */
  listened(): void {
    if (this.#pending.length === 0) return;
    addTick(() => {
      if (this.#owner.listenerCount('message') === 0) return;
      const messages = this.#pending;
      this.#pending = [];
      for (const message of messages) this.#deliver(message);
    });
  }

  /** The other end is gone, or this one closed. */
  disconnected(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    addTick(() => {
      this.#closed();
      this.#owner.emit('disconnect');
    });
  }

  #deliver(message: unknown): void {
    if (this.#owner.listenerCount('message') > 0) this.#owner.emit('message', message, undefined);
    else this.#pending.push(message);
  }
}

/** The browser would share it; processes have nothing in common but files. */
function refuseSharedMemory(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const buffer: unknown = ArrayBuffer.isView(value) ? value.buffer : value;
  if (typeof SharedArrayBuffer === 'function' && buffer instanceof SharedArrayBuffer) {
    throw new DOMException('#<SharedArrayBuffer> could not be cloned.', 'DataCloneError');
  }
  if (ArrayBuffer.isView(value)) return;
  const parts = value instanceof Map ? [...value.keys(), ...value.values()] : [];
  if (value instanceof Set) parts.push(...value);
  for (const part of [...parts, ...Object.values(value)]) refuseSharedMemory(part, seen);
}

function checkMessage(message: unknown): void {
  if (message === undefined) {
    throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The "message" argument must be specified');
  }
  if (['string', 'object', 'number', 'boolean'].includes(typeof message)) return;
  throw nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "message" argument must be one of type string, object, number, or boolean. Received ${inspect(message)}`,
  );
}
