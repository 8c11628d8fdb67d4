/** One thread as the host sees it: a worker, the memory shared with it, and what it was asked to run. */
import type { FileCall, FileResult, FileStat } from '../wire/file-calls.ts';
import type { ListenResult, NetNews } from '../wire/net-messages.ts';
import { createOutputRing, outputRingReader } from '../wire/output-ring.ts';
import { createReplySlot, replySlotWriter, type SlotResult } from '../wire/reply-slot.ts';
import {
  type FromThread,
  type OutputRecord,
  readFromThread,
  type ThreadStart,
  type ToThread,
} from '../wire/thread-messages.ts';
import type { FileSystem } from './file-system.ts';

/** What all threads of a process share, where the browser shares memory. */
export interface ProcessMemory {
  /** The id that the next thread gets. */
  readonly nextThread: SharedArrayBuffer;
}

/** The first thread of a process has the id 0. */
export function createProcessMemory(): ProcessMemory {
  const nextThread = new SharedArrayBuffer(4);
  new Int32Array(nextThread)[0] = 1;
  return { nextThread };
}

export interface ThreadEvents {
  message(message: FromThread): void;
  /** The worker broke, not the reader's program in it. */
  broken(reason: string): void;
}

export class Thread {
  readonly id: number;
  /** The thread that started this one. */
  readonly parent: Thread | undefined;
  /** Those that it has asked for and whose modules are still linked, by id. */
  readonly starting = new Set<number>();
  readonly #worker: Worker;
  /** The inodes of its open files, each as often as it is open. */
  readonly #open: number[] = [];
  readonly #output: ReturnType<typeof outputRingReader> | undefined;
  readonly #reply: ReturnType<typeof replySlotWriter> | undefined;

  constructor(
    worker: Worker,
    start: ThreadStart,
    memory: ProcessMemory | undefined,
    parent: Thread | undefined,
    transfer: readonly Transferable[],
    events: ThreadEvents,
  ) {
    this.id = start.thread;
    this.parent = parent;
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      const message = readFromThread(data);
      if (message) events.message(message);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      events.broken(event.message || 'The browser ended a worker.');
    };
    if (memory) {
      const output = createOutputRing();
      const reply = createReplySlot();
      this.#output = outputRingReader(output);
      this.#reply = replySlotWriter(reply);
      this.post({ ...start, shared: { output, reply, ...memory } }, transfer);
    } else {
      this.post(start, transfer);
    }
  }

  post(message: ToThread, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(message, [...transfer]);
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

  /** Does to the files what the thread asks for, and notes what it has open. */
  runOnFiles(call: FileCall, files: FileSystem): FileResult {
    const result = files.run(call);
    if (!result.ok) return result;
    if (call.op === 'open') this.#open.push((result.value as FileStat).inode);
    const closed = call.op === 'open-close' ? this.#open.indexOf(call.inode) : -1;
    if (closed >= 0) this.#open.splice(closed, 1);
    return result;
  }

  /**
   * Ends the thread at once, in the middle of whatever it does, and with it what it has asked for. The files that it has
   * open are closed. Its output can still be taken.
   */
  terminate(files: FileSystem): void {
    this.#worker.terminate();
    this.starting.clear();
    for (const inode of this.#open) files.run({ op: 'open-close', inode });
  }
}
