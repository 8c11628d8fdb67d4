/** node:worker_threads. A thread is a worker that the host makes: one that this worker made would not start while it blocks. */
import { limits, limitWords } from '../../wire/limits.ts';
import type { Fault, ThreadParent, ThreadStart } from '../../wire/thread-messages.ts';
import { receiveInput } from '../input.ts';
import { enter, ref, unref } from '../loop.ts';
import { mailboxes, transferListOf } from '../mailbox-door.ts';
import {
  BroadcastChannel,
  closeForProgram,
  keepPorts,
  MessageChannel,
  opened,
} from '../message-port.ts';
import { nativePost } from '../native.ts';
import { absent, errorOf, nodeError } from '../node-error.ts';
import { writeOut } from '../output.ts';
import { readFromChild, type ToParent, tellParent } from '../parent-channel.ts';
import { printedForChild, printThroughParent, shareWaiting } from '../parent-output.ts';
import { tellHost, thread } from '../thread.ts';
import { postMessageToThread } from '../thread-mail.ts';
import {
  checkMarks,
  isMarkedAsUntransferable,
  markAsUncloneable,
  markAsUntransferable,
} from '../transfer-marks.ts';
import { uncaught } from '../uncaught.ts';
import { errorFromWire } from '../wire-error.ts';
import { EventEmitter } from './event-emitter.ts';
import { nodeProcess } from './process.ts';
import {
  checkOptions,
  closedParts,
  limitsOf,
  SHARE_ENV,
  type WorkerOptions,
  workerPath,
} from './worker-options.ts';
import { WorkerStreams } from './worker-streams.ts';

const { MessagePort, MessageChannel: NativeMessageChannel } = globalThis;

export { BroadcastChannel, MessageChannel, MessagePort };

/** What the module exports about this thread; filled in before any module of the program is loaded. */
const own = {
  isMainThread: true,
  threadId: 0,
  threadName: '',
  parentPort: null as MessagePort | null,
  workerData: null as unknown,
  resourceLimits: {} as Readonly<Record<string, number>>,
};
let environmentData = new Map<unknown, unknown>();
export const isInternalThread = false;

export function becomeWorker(start: ThreadStart, parent: ThreadParent): void {
  own.isMainThread = false;
  own.threadId = start.thread;
  own.threadName = parent.name;
  own.parentPort = parent.port;
  const boxes = mailboxes();
  own.workerData = boxes ? boxes.unpack(parent.data) : parent.data;
  own.resourceLimits = parent.settings.resourceLimits;
  if (!parent.settings.stdin) receiveInput(null);
  environmentData = new Map(parent.environmentData);
  Object.defineProperty(parent.port, 'close', {
    value: () => closeForProgram(parent.port),
    configurable: true,
    writable: true,
  });
  tellParent({ type: 'online', waiting: shareWaiting() });
}

export function setEnvironmentData(key: unknown, value: unknown): void {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}
export function getEnvironmentData(key: unknown): unknown {
  return environmentData.get(key);
}
export function receiveMessageOnPort(port: unknown): { readonly message: unknown } | undefined {
  if (!(port instanceof MessagePort)) {
    const words = 'The "port" argument must be a MessagePort instance';
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', words);
  }
  const boxes = mailboxes();
  if (boxes) return boxes.receive(port);
  throw absent(
    'receiveMessageOnPort()',
    'a browser hands messages over only between two callbacks, and there is no shared memory to put them in ahead',
  );
}
export function moveMessagePortToContext(): never {
  throw absent('moveMessagePortToContext()', 'a program of a page has one context');
}

const noLocks = () =>
  Promise.reject(absent('worker_threads.locks', 'a browser has locks only for a site of its own'));
const locks = { request: () => noLocks(), query: () => noLocks() };

/** The threads that this one has started, also those of the engine's own. */
export const workers = new Map<number, Pick<Worker, 'end'>>();
/**
 * Also the host allows no more threads; but a program that starts them without end is refused here already, before it
 * drowns the host in questions.
 */
const tooMany: Fault = {
  name: 'Error',
  code: 'ERR_WORKER_INIT_FAILED',
  message: `Worker initialization failure: ${limitWords.threads}`,
};
let unshared = 0;

/** Ids count through the process. Without shared memory each thread has a range of its own. */
function nextThreadId(): number {
  const { shared, thread: id } = thread();
  if (shared) return Atomics.add(new Int32Array(shared.nextThread), 0, 1);
  return id * 1000 + ++unshared;
}

export class Worker extends EventEmitter {
  threadId: number;
  threadName: string | null;
  resourceLimits: Readonly<Record<string, number>>;
  readonly #streams: WorkerStreams;
  readonly #id: number;
  readonly #port: MessagePort;
  readonly #options: WorkerOptions;
  #waiting: SharedArrayBuffer | undefined;
  readonly #ended: ((code: number) => void)[] = [];
  #refed = true;
  /** Whether the host is to be told that the thread is no longer wanted. */
  #isHosts = false;
  #over = false;

  constructor(file: string | URL, options: WorkerOptions = {}) {
    super();
    checkOptions(options);
    this.resourceLimits = limitsOf(options);
    const entry = options.eval ? { source: String(file) } : { path: workerPath(file) };
    const { port1, port2 } = new NativeMessageChannel();
    this.#id = nextThreadId();
    this.threadId = this.#id;
    const name = String(options.name ?? '');
    this.threadName = name;
    this.#port = port1;
    this.#options = options;
    this.#streams = new WorkerStreams(options.stdin === true, (text) => {
      tellHost({ type: 'mail', mail: { type: 'input', to: this.#id, text } });
    });
    if (options.stdout) this.#streams.output('stdout');
    if (options.stderr) this.#streams.output('stderr');
    const { execArgv } = options;
    const env = typeof options.env === 'object' && options.env ? options.env : nodeProcess.env;
    const transfer = options.transferList ?? [];
    const boxes = mailboxes();
    boxes?.join(port1, port2);
    if (workers.size < limits.threads) {
      tellHost(
        {
          type: 'start-thread',
          thread: this.#id,
          entry,
          argv: (options.argv ?? []).map(String),
          env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)])),
          name,
          settings: { stdin: options.stdin === true, resourceLimits: this.resourceLimits },
          ...(execArgv && { execArgv: execArgv.map(String) }),
          port: port2,
          data: boxes ? boxes.pack(options.workerData, [port2, ...transfer]) : options.workerData,
          environmentData,
          transfer,
        },
        [port2, ...transfer],
      );
      this.#isHosts = true;
      workers.set(this.#id, this);
    } else nodeProcess.nextTick(() => this.end(1, tooMany));
    ref();
    listenToChild(
      port1,
      (message) => this.#receive(message),
      (value) => this.emit('message', value),
    );
    nodeProcess.nextTick(() => nodeProcess.emit('worker', this));
  }

  #receive(message: ToParent): void {
    switch (message.type) {
      case 'online':
        this.#waiting = message.waiting;
        this.#streams.online();
        this.emit('online');
        return;
      case 'output':
        try {
          this.#print(message.stream, message.text);
        } finally {
          printedForChild(this.#waiting, message.text.length);
        }
        return;
      case 'error':
        this.#fail(errorFromWire(message.error));
        return;
      case 'exit':
        this.end(message.code);
        return;
    }
  }

  get stdin(): WorkerStreams['stdin'] {
    return this.#streams.stdin;
  }
  get stdout(): ReturnType<WorkerStreams['output']> {
    return this.#streams.output('stdout');
  }
  get stderr(): ReturnType<WorkerStreams['output']> {
    return this.#streams.output('stderr');
  }

  #print(stream: 'stdout' | 'stderr', text: string): void {
    this.#streams.printed(stream, text);
    if (this.#options[stream]) return;
    if (thread().thread === 0) writeOut(stream, text);
    else printThroughParent(stream, text);
  }

  #fail(error: unknown): void {
    if (this.listenerCount('error') > 0) this.emit('error', error);
    else uncaught(error);
  }

  /** The thread is over, by its own word or by the host's; the first one counts. */
  end(code: number, fault?: Fault): void {
    if (this.#over) return;
    this.#over = true;
    workers.delete(this.#id);
    this.#letGo();
    if (this.#refed) unref();
    try {
      if (fault) this.#fail(errorOf(fault));
    } finally {
      this.threadId = -1;
      this.threadName = null;
      this.resourceLimits = {};
      this.#streams.end();
      for (const resolve of this.#ended) resolve(code);
      this.emit('exit', code);
    }
  }

  #letGo(): void {
    if (this.#isHosts) tellHost({ type: 'end-thread', thread: this.#id });
    this.#isHosts = false;
  }

  postMessage(
    value: unknown,
    transfer?: readonly Transferable[] | { transfer?: readonly Transferable[] },
  ): void {
    checkMarks(value, transfer);
    if (this.#over) return;
    const list = transferListOf(transfer);
    if (mailboxes()?.post(this.#port, value, list)) return;
    nativePost.call(this.#port, value, { transfer: [...(list as Transferable[])] });
  }
  terminate(): Promise<number | undefined> {
    if (this.#over) return Promise.resolve(undefined);
    // Also a thread that was let go is waited for until it is over.
    this.ref();
    return new Promise((resolve) => {
      this.#ended.push(resolve);
      this.#letGo();
    });
  }
  ref(): this {
    if (!this.#refed && !this.#over) ref();
    this.#refed = true;
    return this;
  }
  unref(): this {
    if (this.#refed && !this.#over) unref();
    this.#refed = false;
    return this;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }
}

/** The host's word on a thread that this one started. */
export function threadEnded(id: number, code: number, fault?: Fault): void {
  const worker = workers.get(id);
  if (worker) enter(() => worker.end(code, fault));
}

function listenToChild(
  port: MessagePort,
  receive: (message: ToParent) => void,
  deliver: (value: unknown) => void,
): void {
  // The browser's own listener: that of the program's ports would keep the thread alive.
  EventTarget.prototype.addEventListener.call(port, 'message', ((event: MessageEvent) => {
    keepPorts(event.ports);
    const message = readFromChild(event.data);
    if (!message && !opened(port, event)) return;
    enter(() => (message ? receive(message) : deliver(event.data)));
  }) as EventListener);
  MessagePort.prototype.start.call(port);
}

/** The module as the program sees it, with the values that belong to this thread. */
export default {
  BroadcastChannel,
  MessageChannel,
  MessagePort,
  SHARE_ENV,
  Worker,
  getEnvironmentData,
  isInternalThread,
  isMarkedAsUntransferable,
  locks,
  markAsUncloneable,
  markAsUntransferable,
  moveMessagePortToContext,
  postMessageToThread,
  receiveMessageOnPort,
  setEnvironmentData,
  get isMainThread() {
    return own.isMainThread;
  },
  get resourceLimits() {
    return own.resourceLimits;
  },
  get threadId() {
    return own.threadId;
  },
  get threadName() {
    return own.threadName;
  },
  get parentPort() {
    return own.parentPort;
  },
  get workerData() {
    return own.workerData;
  },
};
Object.assign(Worker.prototype, closedParts);
