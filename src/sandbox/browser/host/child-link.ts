/** What ties a process to the thread that started it: pipes, the channel of messages, and the news of its end. */

import { limits, limitWords } from '../wire/limits.ts';
import type { OutputName, Peer, ProcessEnd, Serialization } from '../wire/process-messages.ts';
import type { HostProcess } from './process.ts';
import type { Pipe } from './sinks.ts';
import type { Thread } from './thread.ts';

type Side = 'parent' | 'child';

export class ChildLink {
  readonly parent: HostProcess;
  /** The thread of the parent that hears of the child; undefined once it is over. */
  #thread: Thread | undefined;
  /** By what the thread knows the child. */
  readonly handle: number;
  readonly child: HostProcess;
  readonly #pipes: Partial<Record<OutputName, Pipe>>;
  #connected: boolean;
  /** Messages on their way to each side. */
  readonly #unread: Record<Side, number> = { parent: 0, child: 0 };

  constructor(
    parent: HostProcess,
    thread: Thread,
    handle: number,
    child: HostProcess,
    pipes: Partial<Record<OutputName, Pipe>>,
    channel: Serialization | undefined,
  ) {
    this.parent = parent;
    this.#thread = thread;
    this.handle = handle;
    this.child = child;
    this.#pipes = pipes;
    this.#connected = channel !== undefined;
  }

  input(text: string | null): void {
    this.child.tell(text === null ? { type: 'input-end' } : { type: 'input', text });
  }

  inputTaken(): void {
    this.#thread?.post({ type: 'child-input-taken', child: this.handle });
  }

  outputRead(stream: OutputName): void {
    this.#pipes[stream]?.taken();
  }

  /** A message from one side to the other. */
  send(from: Side, value: unknown): void {
    if (!this.#connected) return;
    const to = from === 'parent' ? 'child' : 'parent';
    this.#unread[to]++;
    if (this.#unread[to] > limits.unreadMessages) {
      const sender = from === 'parent' ? this.parent : this.child;
      sender.complain(`The process was ended: ${limitWords.unreadMessages}.\n`);
      sender.end({ type: 'killed', signal: 'SIGABRT' });
      return;
    }
    this.#post(to, (peer) => ({ type: 'message', from: peer, value }));
  }

  received(by: Side, count: number): void {
    this.#unread[by] = Math.max(0, this.#unread[by] - count);
  }

  disconnect(): void {
    if (!this.#connected) return;
    this.#connected = false;
    for (const side of ['parent', 'child'] as const) {
      this.#post(side, (peer) => ({ type: 'disconnected', from: peer }));
    }
  }

  childOver(end: ProcessEnd): void {
    this.disconnect();
    this.#thread?.post({ type: 'child-ended', child: this.handle, end });
  }

  /** The thread that started the child is over: the child goes on, and finds its pipes closed. */
  parentOver(): void {
    this.#thread = undefined;
    this.disconnect();
    if (this.child.identity.ppid === this.parent.pid && this.parent.isOver) {
      this.child.tell({ type: 'orphaned' });
    }
    for (const pipe of Object.values(this.#pipes)) pipe.loseReader();
  }

  #post(to: Side, message: (peer: Peer) => Parameters<Thread['post']>[0]): void {
    if (to === 'parent') this.#thread?.post(message(this.handle));
    else this.child.tell(message('parent'));
  }
}
