/**
 * A thread's way to the ports of its run: servers that listen, links that carry a request and its response. The receiver
 * tells how much of a body it has used, and the sender has no more than a window of it on its way: so both ends are
 * streams with Node's back-pressure.
 */
import { limits } from '../wire/limits.ts';
import type {
  Frame,
  ListenResult,
  NetCall,
  NetNews,
  Refusal,
  RequestHead,
} from '../wire/net-messages.ts';
import { listenNow } from './host-calls.ts';
import { addTick, ref, unref } from './loop.ts';
import { onNetNews } from './net-news.ts';
import { tellHost, thread } from './thread.ts';

/** So much of a body may be on its way, or lie unread at the other end, before its writer has to wait. */
const WINDOW_BYTES = 256 * 1024;

const call = (message: NetCall, transfer: readonly Transferable[] = []) =>
  tellHost({ type: 'net', call: message }, transfer);

/** What comes of a link that was not made. */
export interface RefusedLink {
  readonly type: 'refused';
  readonly why: Refusal;
}
type Receive = (frame: Frame | RefusedLink) => void;

/** One end of a link. It keeps the thread alive until it is over. */
export class Link {
  readonly #id: number;
  /** Says it to the other end, by way of the host. */
  readonly #tell: (frame: Frame, transfer?: readonly Transferable[]) => void;
  #receive: Receive = () => undefined;
  #unusedBytes = 0;
  #waiting: (() => void) | undefined;
  #sent = false;
  #heard = false;
  #over = false;
  #held = true;

  /** Of a link that the host has not been told of, what is sent goes nowhere. */
  constructor(id: number, hostKnows = true) {
    this.#id = id;
    this.#tell = (frame, transfer) => {
      if (hostKnows) call({ type: 'frame', link: id, frame }, transfer);
    };
    ref();
  }

  /** Who hears of what arrives. Whoever made the link says so before anything can. */
  onFrame(receive: Receive): void {
    this.#receive = receive;
  }

  get over(): boolean {
    return this.#over;
  }

  send(frame: Exclude<Frame, { type: 'body' | 'gone' }>): void {
    if (this.#over) return;
    if (frame.type === 'end') this.#sent = true;
    this.#tell(frame);
    this.#settle();
  }

  /** Sends a part of a body, and calls back when there is room for more. */
  sendBody(chunk: Uint8Array, done: () => void): void {
    if (this.#over) {
      done();
      return;
    }
    const bytes = new Uint8Array(chunk);
    this.#unusedBytes += bytes.length;
    this.#tell({ type: 'body', bytes }, [bytes.buffer]);
    if (this.#unusedBytes < WINDOW_BYTES) done();
    else this.#waiting = done;
  }

  hangUp(): void {
    if (this.#over) return;
    this.#tell({ type: 'gone' });
    this.#end();
  }

  receive(frame: Frame | RefusedLink): void {
    if (this.#over) return;
    if (frame.type === 'taken') {
      this.#unusedBytes -= frame.bytes;
      if (this.#unusedBytes < WINDOW_BYTES) this.#goOn();
      return;
    }
    if (frame.type === 'end') this.#heard = true;
    if (frame.type === 'gone' || frame.type === 'refused') this.#end();
    else this.#settle();
    this.#receive(frame);
  }

  /** Lets the thread end although the link is open. */
  unref(): void {
    if (this.#held) unref();
    this.#held = false;
  }

  #settle(): void {
    if (this.#sent && this.#heard) this.#end();
  }

  #end(): void {
    this.#over = true;
    links.delete(this.#id);
    this.unref();
    this.#goOn();
  }

  #goOn(): void {
    const done = this.#waiting;
    this.#waiting = undefined;
    done?.();
  }
}

onNetNews(receiveNet);

const links = new Map<number, Link>();
let linkIds = 0;

type Accept = (link: Link, head: RequestHead) => void;

interface Listening {
  readonly accept: Accept;
  readonly bound: (result: ListenResult) => void;
}
const servers = new Map<number, Listening>();
let serverIds = 0;

/** Opens a link to whoever listens on a port. */
export function openLink(port: number, head: RequestHead, receive: Receive): Link {
  const id = ++linkIds;
  // The host would refuse it as well; but a program that asks without end would drown it in questions.
  const hasRoom = links.size < limits.links;
  const link = new Link(id, hasRoom);
  link.onFrame(receive);
  if (hasRoom) {
    links.set(id, link);
    call({ type: 'open', link: id, port, head });
  } else addTick(() => link.receive({ type: 'refused', why: 'too many links' }));
  return link;
}

/**
 * Listens on a port; 0 is any free one. Calls back with how it went, before it returns where there is shared memory.
 * Gives the function that ends it.
 */
export function listen(port: number, listening: Listening): () => void {
  const server = ++serverIds;
  servers.set(server, listening);
  if (thread().shared) bound(server, listenNow(server, port));
  else {
    ref();
    call({ type: 'listen', server, port });
  }
  return () => {
    servers.delete(server);
    call({ type: 'unlisten', server });
  };
}

function bound(server: number, result: ListenResult): void {
  const listening = servers.get(server);
  if (!result.ok) servers.delete(server);
  listening?.bound(result);
}

function receiveNet(news: NetNews): void {
  switch (news.type) {
    case 'listening':
      unref();
      bound(news.server, news.result);
      return;
    case 'opened': {
      const link = new Link(news.link);
      links.set(news.link, link);
      const server = servers.get(news.server);
      if (server) server.accept(link, news.head);
      else link.hangUp();
      return;
    }
    case 'refused':
      links.get(news.link)?.receive(news);
      return;
    case 'frame':
      links.get(news.link)?.receive(news.frame);
      return;
  }
}
