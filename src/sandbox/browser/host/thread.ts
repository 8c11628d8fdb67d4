/** One thread as the host sees it: a worker, the memory shared with it, and what it was asked to run. */
import type { ListenResult, NetNews } from '../wire/net-messages.ts';
import { createOutputRing, outputRingReader } from '../wire/output-ring.ts';
import { createReplySlot, replySlotWriter, type SlotResult } from '../wire/reply-slot.ts';
import {
  type FromThread,
  type LinkedModule,
  type OutputRecord,
  readFromThread,
  type ThreadStart,
  type ToThread,
} from '../wire/thread-messages.ts';

export interface ThreadEvents {
  message(message: FromThread): void;
  /** The worker broke, not the reader's program in it. */
  broken(reason: string): void;
}

export class Thread {
  readonly id: number;
  /** The thread that started this one. */
  readonly parent: Thread | undefined;
  readonly #worker: Worker;
  readonly #output: ReturnType<typeof outputRingReader> | undefined;
  readonly #reply: ReturnType<typeof replySlotWriter> | undefined;
  /** How many of the run's modules it was told of, and of how many it has heard for sure. */
  #told: number;
  #heard: number;

  constructor(
    worker: Worker,
    start: ThreadStart,
    nextThread: SharedArrayBuffer | undefined,
    parent: Thread | undefined,
    transfer: readonly Transferable[],
    events: ThreadEvents,
  ) {
    this.id = start.thread;
    this.parent = parent;
    this.#worker = worker;
    this.#told = this.#heard = start.modules.length;
    worker.onmessage = ({ data }) => {
      const message = readFromThread(data);
      if (message) events.message(message);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      events.broken(event.message || 'The browser ended a worker.');
    };
    if (nextThread) {
      const output = createOutputRing();
      const reply = createReplySlot();
      this.#output = outputRingReader(output);
      this.#reply = replySlotWriter(reply);
      this.post({ ...start, shared: { output, reply, nextThread } }, transfer);
    } else {
      this.post(start, transfer);
    }
  }

  post(message: ToThread, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  /**
   * Those of the run's modules that it has to be told of. One that waits for the answer has not received what was sent
   * to it since it last waited.
   */
  news(modules: readonly LinkedModule[], waits: boolean): readonly LinkedModule[] {
    const news = modules.slice(waits ? this.#heard : this.#told);
    this.#told = modules.length;
    if (waits) this.#heard = modules.length;
    return news;
  }

  /** Answers a call that the thread waits for. */
  reply(result: SlotResult): void {
    this.#reply?.answer(result);
  }

  /** The ports' word to the thread; see `ports.ts`. */
  tell(news: NetNews, transfer: readonly Transferable[] = []): void {
    this.post({ type: 'net', news }, transfer);
  }

  answerListen(server: number, result: ListenResult): void {
    if (this.#reply) this.reply(result);
    else this.tell({ type: 'listening', server, result });
  }

  replyNextPart(): void {
    this.#reply?.next();
  }

  /** Without a limit all that is there. */
  takeOutput(maxBytes?: number): OutputRecord[] {
    return this.#output?.take(maxBytes) ?? [];
  }

  /** Ends the thread at once, in the middle of whatever it does. Its output can still be taken. */
  terminate(): void {
    this.#worker.terminate();
  }
}
