/**
 * The ports of a run: which thread listens on which, and the links between clients and servers. All of it goes through
 * the host, so that what a thread sent comes before the news of its end.
 */

import { limits } from '../wire/limits.ts';
import type { Frame, ListenResult, NetCall, NetNews } from '../wire/net-messages.ts';

/** The first of those that are given to who asks for any. */
const FIRST_FREE_PORT = 49_152;
const LAST_PORT = 65_535;

/** A thread, as far as ports are concerned. */
export interface PortOwner {
  /** Answers `listen`: at once where the thread waits for it, as news elsewhere. */
  answerListen(server: number, result: ListenResult): void;
  tell(news: NetNews, transfer: readonly Transferable[]): void;
}

interface Listener {
  readonly owner: PortOwner;
  readonly server: number;
  readonly port: number;
}

/** One of the two ends of a link. */
interface End {
  readonly owner: PortOwner;
  readonly link: number;
  /** Its own body is complete. */
  ended: boolean;
  other: End;
}

export class Ports {
  readonly #listeners = new Map<number, Listener>();
  readonly #ends = new Map<PortOwner, Map<number, End>>();
  #nextFree = FIRST_FREE_PORT;
  #serverLinks = 0;
  #links = 0;

  receive(owner: PortOwner, call: NetCall): void {
    switch (call.type) {
      case 'listen':
        owner.answerListen(call.server, this.#listen(owner, call.server, call.port));
        return;
      case 'unlisten':
        for (const { port, server, ...listener } of [...this.#listeners.values()]) {
          if (listener.owner === owner && server === call.server) this.#listeners.delete(port);
        }
        return;
      case 'open':
        this.#open(owner, call);
        return;
      case 'frame': {
        const end = this.#ends.get(owner)?.get(call.link);
        if (end) this.#pass(end, call.frame);
        return;
      }
    }
  }

  /** A thread is over: nobody listens where it did, and who was linked to it hears of it. */
  ended(owner: PortOwner): void {
    for (const [port, listener] of [...this.#listeners]) {
      if (listener.owner === owner) this.#listeners.delete(port);
    }
    for (const end of [...(this.#ends.get(owner)?.values() ?? [])])
      this.#pass(end, { type: 'gone' });
    this.#ends.delete(owner);
  }

  #listen(owner: PortOwner, server: number, wanted: number): ListenResult {
    if (this.#listeners.size >= limits.servers) return { ok: false, code: 'EMFILE' };
    const port = wanted === 0 ? this.#freePort() : wanted;
    if (this.#listeners.has(port)) return { ok: false, code: 'EADDRINUSE' };
    this.#listeners.set(port, { owner, server, port });
    return { ok: true, port };
  }

  #freePort(): number {
    for (;;) {
      const port = this.#nextFree;
      this.#nextFree = port === LAST_PORT ? FIRST_FREE_PORT : port + 1;
      if (!this.#listeners.has(port)) return port;
    }
  }

  #open(owner: PortOwner, { link, port, head }: Extract<NetCall, { type: 'open' }>): void {
    const listener = this.#listeners.get(port);
    const hasRoom = this.#links < limits.links && !this.#ends.get(owner)?.has(link);
    if (!listener || !hasRoom) {
      const why = listener ? 'too many links' : 'nobody listens';
      owner.tell({ type: 'refused', link, why }, []);
      return;
    }
    const client = { owner, link, ended: false } as End;
    const served = listener.owner;
    const server: End = { owner: served, link: --this.#serverLinks, ended: false, other: client };
    client.other = server;
    this.#links++;
    for (const end of [client, server]) {
      const ends = this.#ends.get(end.owner) ?? new Map<number, End>();
      this.#ends.set(end.owner, ends.set(end.link, end));
    }
    served.tell({ type: 'opened', link: server.link, server: listener.server, head }, []);
  }

  #pass(end: End, frame: Frame): void {
    const { other } = end;
    if (frame.type === 'end') end.ended = true;
    if (frame.type === 'gone' || (end.ended && other.ended)) this.#forget(end);
    const transfer = frame.type === 'body' ? [frame.bytes.buffer] : [];
    other.owner.tell({ type: 'frame', link: other.link, frame }, transfer);
  }

  #forget(end: End): void {
    this.#links--;
    for (const { owner, link } of [end, end.other]) this.#ends.get(owner)?.delete(link);
  }
}
