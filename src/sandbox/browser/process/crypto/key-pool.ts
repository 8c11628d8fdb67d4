/**
 * Derives keys beside the loop, as Node does in the pool of libuv: in threads of our own, as many at a time as the pool
 * has places. They are started when they are needed, stay for the next job, and end with the thread that uses them.
 * A job for which there can be no more threads is done by the one that wants it.
 */
import type { Fault } from '../../wire/thread-messages.ts';
import { workers } from '../builtins/worker-threads.ts';
import { enter, ref, unref } from '../loop.ts';
import { nativePost } from '../native.ts';
import { readFromChild } from '../parent-channel.ts';
import { inPlace } from '../pool-places.ts';
import { tellHost, thread } from '../thread.ts';
import { errorFromWire } from '../wire-error.ts';
import { answerTo, type KeyJob } from './computations.ts';
import type { KeyAnswer } from './key-worker.ts';

/** Ids that no Worker of the program gets, apart for each thread that has a pool. */
const FIRST_ID = 1_000_000;
const IDS_OF_A_THREAD = 1000;
const SOURCE = 'globalThis[Symbol.for("sandbox.thread")].serveKeyJobs();';

// The browser's own, which the program cannot replace.
const { MessageChannel } = globalThis;
const { start } = MessagePort.prototype;
const { addEventListener } = EventTarget.prototype;

class KeyThread {
  readonly #port: MessagePort;
  readonly #id: number;
  #answer: (answer: KeyAnswer | undefined) => void = () => undefined;

  constructor(id: number) {
    this.#id = id;
    workers.set(id, this);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const listener = (({ data }: MessageEvent) => {
      const message = readFromChild(data);
      if (!message) this.#answer(data as KeyAnswer);
      else if (message.type === 'error') {
        this.#answer({ failed: String(errorFromWire(message.error)) });
      }
    }) as EventListener;
    addEventListener.call(port1, 'message', listener);
    start.call(port1);
    tellHost(
      {
        type: 'start-thread',
        thread: id,
        entry: { source: SOURCE },
        argv: [],
        env: {},
        settings: { stdin: false, resourceLimits: {} },
        name: 'libuv-worker',
        port: port2,
        data: undefined,
        environmentData: new Map(),
        transfer: [],
        isEngines: true,
      },
      [port2],
    );
  }

  /** Gives nothing where the thread could not be started. */
  run(job: KeyJob): Promise<KeyAnswer | undefined> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      nativePost.call(this.#port, job);
    });
  }

  get isOver(): boolean {
    return !workers.has(this.#id);
  }

  /** The host's word that it was not started, or that the browser has ended it. */
  end(_code: number, { code, message = '' }: Partial<Fault> = {}): void {
    workers.delete(this.#id);
    if (idle.includes(this)) idle.splice(idle.indexOf(this), 1);
    this.#answer(code === 'ERR_WORKER_INIT_FAILED' ? undefined : { failed: message });
  }
}

const idle: KeyThread[] = [];
let started = 0;

/** Calls back in a turn of its own, with the key or with what went wrong. */
export function inPool(job: KeyJob, done: (error: Error | null, key?: Uint8Array) => void): void {
  ref();
  const answered = inPlace(async () => {
    const worker =
      idle.pop() ?? new KeyThread(FIRST_ID + thread().thread * IDS_OF_A_THREAD + started++);
    const answer = await worker.run(job);
    if (!worker.isOver) idle.push(worker);
    return answer ?? answerTo(job);
  });
  void answered.then((answer) => {
    unref();
    enter(() => {
      if (answer instanceof Uint8Array) done(null, answer);
      else done(new Error(answer.failed));
    });
  });
}
