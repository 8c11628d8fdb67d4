/**
 * What makes a run visible: `node --import ./trace-preload.ts main.ts`, or the same in the embedded engine.
 *
 * The lesson's own code uses nothing but the standard `performance.mark` and `performance.measure`.
 * This file, loaded before it in every thread, reports them together with what happens to the threads and processes,
 * each event (see `trace/trace-event.ts`) as one escape sequence on standard output that no terminal shows:
 *
 *     ESC ] 7771 ; {"type":"blocked","lane":"main","at":112.9,"durationMs":604.2} BEL
 *
 * Without the preload a program prints its own output and nothing else.
 *
 * Three environment variables, all optional; processes that the program starts inherit them:
 * - TRACE_ORIGIN: when the run began, in milliseconds of the Unix epoch (`performance.timeOrigin + performance.now()`
 *   of whoever started it). Without it, it began with the process.
 * - TRACE_ROOT: the pid of the run's first process, set by itself; in any other process the lanes are `process <pid>`.
 * - TRACE_DETAIL: what is reported besides, separated by commas. `timers`: each call of a timer, and how late it was.
 *
 * For processes that a program starts by `spawn` the preload has to be in NODE_OPTIONS; `fork` hands `--import` on.
 *
 * Its parts stand in `preload-*.ts`. They have to stand alone: erasable types only, no imports but each other, and of
 * Node only `process.getBuiltinModule`: what the program is going to import must not have been linked by then.
 */
import { lane } from './preload-lane.ts';
import { traceLoop } from './preload-loop.ts';
import { traceMarks } from './preload-marks.ts';
import { traceMessages } from './preload-messages.ts';
import { traceProcesses } from './preload-processes.ts';
import { traceThreads } from './preload-threads.ts';
import { traceTimers } from './preload-timers.ts';
import { emit, now } from './preload-write.ts';

/** Of the format in `trace/trace-event.ts`, which is no part of this program. A test holds the two together. */
const VERSION = 2;

// It may be asked for twice: by the flag and by what makes sure of it in workers.
const LOADED = Symbol.for('trace-preload');
if (!Reflect.has(globalThis, LOADED)) {
  Object.defineProperty(globalThis, LOADED, { value: VERSION });
  emit({ type: 'trace', lane, version: VERSION, at: now() });
  const loop = traceLoop();
  traceMarks(loop);
  traceMessages();
  traceThreads(new URL(import.meta.url), loop);
  traceProcesses();
  if (process.env['TRACE_DETAIL']?.split(',').includes('timers')) traceTimers();
}
