/** Who this thread is: its lane, its parent's, and what all threads of its process have in common. */

const threads = process.getBuiltinModule('node:worker_threads');
const { env, pid, ppid } = process;

/** What a process hands on to its threads: environment data passes from each thread to those that it starts. */
interface Inherited {
  /** The lane of the thread that hands it on. */
  readonly parent: string;
  /** The lane of the process's first thread. */
  readonly process: string;
  readonly began: number;
  /** See `preload-shared.ts`; none where memory cannot be shared. */
  readonly memory: SharedArrayBuffer | undefined;
}

const KEY = 'trace: what a thread inherits';
const inherited = threads.threadId === 0 ? undefined : read(threads.getEnvironmentData(KEY));

const root = env['TRACE_ROOT'] ?? (isForked() ? '' : String(pid));
env['TRACE_ROOT'] = root;
const processLane = inherited?.process ?? (root === String(pid) ? 'main' : `process ${pid}`);

/** When the run began, in milliseconds of the Unix epoch. */
export const began = inherited?.began ?? (Number(env['TRACE_ORIGIN']) || performance.timeOrigin);
if (threads.threadId === 0) env['TRACE_ORIGIN'] ??= String(began);

/** Large enough for the figures of `preload-shared.ts`. */
export const memory = inherited?.memory ?? newMemory(32 * 1024);

/** The lane of a thread of this process. */
export function laneOf(thread: number): string {
  if (thread === 0) return processLane;
  return processLane === 'main' ? `worker ${thread}` : `${processLane} worker ${thread}`;
}

/** The lane of a process of this run. */
export function laneOfProcess(id: number): string {
  return String(id) === root ? 'main' : `process ${id}`;
}

export const lane = laneOf(threads.threadId);
/** Who started this thread or process; none for the first of the run. */
export const parent = inherited?.parent ?? (lane === 'main' ? undefined : laneOfProcess(ppid));
/** Goes before numbers that are unique in a process only. */
export const prefix = processLane === 'main' ? '' : `${pid}.`;

const handedOn: Inherited = { parent: lane, process: processLane, began, memory };
threads.setEnvironmentData(KEY, handedOn as unknown as NonNullable<unknown>);

/** A forked process may have been given another environment. It is known by its channel. */
function isForked(): boolean {
  return typeof process.send === 'function';
}

/** Where there is none, the name may be missing, or give the reason when it is used. */
function newMemory(bytes: number): SharedArrayBuffer | undefined {
  try {
    return new SharedArrayBuffer(bytes);
  } catch {
    return undefined;
  }
}

/** What is under the key was put there by the parent's preload, or by a program that deceives itself. */
function read(value: unknown): Inherited | undefined {
  return typeof value === 'object' && value !== null && 'process' in value
    ? (value as Inherited)
    : undefined;
}
