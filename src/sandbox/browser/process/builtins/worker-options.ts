/** Checks what a program gives to `new Worker`, in Node's words. */
import { absolutePath } from '../absolute-path.ts';
import { invalidType } from '../argument-checks.ts';
import { absent, nodeError } from '../node-error.ts';
import { nodeProcess } from './process.ts';

export const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

export interface WorkerOptions {
  argv?: readonly unknown[];
  env?: Readonly<Record<string, unknown>> | symbol | null;
  eval?: boolean;
  execArgv?: readonly string[];
  name?: string;
  resourceLimits?: Readonly<Record<string, unknown>>;
  stdin?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  trackUnmanagedFds?: boolean;
  transferList?: readonly Transferable[];
  workerData?: unknown;
}

export type ResourceLimits = Record<
  'maxYoungGenerationSizeMb' | 'maxOldGenerationSizeMb' | 'codeRangeSizeMb' | 'stackSizeMb',
  number
>;

/** What Node 24 takes where nothing is said, on a machine with much memory. */
const usualLimits: ResourceLimits = {
  maxYoungGenerationSizeMb: 192,
  maxOldGenerationSizeMb: 4144,
  codeRangeSizeMb: 0,
  stackSizeMb: 4,
};

/** Nothing of it is enforced: a browser sets no limit to the memory of one thread. */
export function limitsOf({ resourceLimits }: WorkerOptions): ResourceLimits {
  if (resourceLimits === undefined) return usualLimits;
  warnOfLimits();
  const entries = Object.entries(usualLimits).map(([name, usual]) => {
    const wanted = resourceLimits[name];
    return [name, typeof wanted === 'number' ? wanted : usual];
  });
  return Object.fromEntries(entries) as ResourceLimits;
}

let warned = false;

function warnOfLimits(): void {
  if (warned) return;
  warned = true;
  nodeProcess.emitWarning(
    'A browser sets no limit to the memory of a thread: resourceLimits are not enforced by the browser engine.',
  );
}

export function checkOptions({ argv, env, execArgv }: WorkerOptions): void {
  if (env === SHARE_ENV) {
    throw absent('SHARE_ENV', 'the threads of a page share numbers, but no texts');
  }
  if (env !== undefined && env !== null && typeof env !== 'object') {
    const expected = 'of type object or one of undefined, null, or worker_threads.SHARE_ENV';
    throw invalidType('options.env', expected, env);
  }
  if (argv !== undefined && !Array.isArray(argv)) {
    throw invalidType('options.argv', 'an instance of Array', argv);
  }
  if (execArgv !== undefined && !Array.isArray(execArgv)) {
    throw invalidType('options.execArgv', 'an instance of Array', execArgv);
  }
}

/** The absolute path of a thread's file; `eval` is the business of the caller. */
export function workerPath(file: unknown): string {
  if (file instanceof URL) {
    if (file.protocol === 'file:') return absolutePath(file);
    throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  }
  if (typeof file !== 'string') {
    throw invalidType('filename', 'of type string or an instance of URL', file);
  }
  if (/^(\.\.?)?\//.test(file)) return absolutePath(file);
  const advice = /^file:/.test(file) ? ' Wrap file:// URLs with `new URL`.' : '';
  const words = `The worker script or module filename must be an absolute path or a relative path starting with './' or '../'.${advice} Received "${file}"`;
  throw nodeError(TypeError, 'ERR_WORKER_PATH', words);
}

/** Methods of a worker that look inside of the JavaScript engine. */
export const closedParts = Object.fromEntries(
  ['cpuUsage', 'getHeapSnapshot', 'getHeapStatistics', 'startCpuProfile', 'startHeapProfile'].map(
    (name) => {
      const why = 'the inside of the JavaScript engine is not open to a page';
      return [name, () => Promise.reject(absent(`worker.${name}()`, why))];
    },
  ),
);
