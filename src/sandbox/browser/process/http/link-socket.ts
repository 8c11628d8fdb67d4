/** What a program sees of a connection: where it comes from, and how to cut it. A request has one of its own. */
import { EventEmitter } from '../builtins/event-emitter.ts';
import { clearTimeout, setTimeout, type Timeout } from '../builtins/timers.ts';
import { addTick } from '../loop.ts';
import type { Link } from '../net.ts';

export interface Addresses {
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
}

export class LinkSocket extends EventEmitter {
  readonly remoteAddress: string;
  readonly remoteFamily: string;
  readonly remotePort: number;
  readonly localAddress = '127.0.0.1';
  readonly localPort: number;
  readonly encrypted = false;
  destroyed = false;
  timeout = 0;
  readonly #link: Link;
  #timer: Timeout | undefined;

  constructor(link: Link, { localPort, remotePort, remoteAddress }: Addresses) {
    super();
    this.#link = link;
    this.localPort = localPort;
    this.remotePort = remotePort;
    this.remoteAddress = remoteAddress;
    this.remoteFamily = remoteAddress.includes(':') ? 'IPv6' : 'IPv4';
  }

  get readable(): boolean {
    return !this.destroyed;
  }
  get writable(): boolean {
    return !this.destroyed;
  }

  /** Calls back when nothing was sent or received for so long. 0 is for ever. */
  setTimeout(ms: number, callback?: () => void): this {
    this.timeout = ms;
    if (callback) this.once('timeout', callback);
    this.touch();
    return this;
  }
  /** Something was sent or received. */
  touch(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.timeout > 0 && !this.destroyed) {
      this.#timer = setTimeout(() => this.emit('timeout'), this.timeout).unref();
    }
  }

  end(): this {
    return this.destroy();
  }
  destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.#link.hangUp();
    this.closed(error);
    return this;
  }
  /** The link is over. */
  closed(error?: Error): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.touch();
    addTick(() => {
      if (error && this.listenerCount('error') > 0) this.emit('error', error);
      this.emit('close', error !== undefined);
    });
  }
  address(): object {
    return { address: this.localAddress, family: 'IPv4', port: this.localPort };
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    this.#link.unref();
    return this;
  }
}
