/** Runs an experiment on this Node with the trace's preload, and makes a recording of what came of it. */
import { spawn } from 'node:child_process';
import { availableParallelism, type as systemName } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { machinePath } from '../src/course/machine-path.ts';
import type { CourseExperiment } from '../src/course/model.ts';
import { RECORDING_VERSION, type Recording } from '../src/course/schema.ts';
import { sourceHash } from '../src/course/source-hash.ts';
import { createEscapeDecoder } from '../src/trace/escape.ts';
import { type RunOutcome, reportedOutcome } from '../src/trace/outcomes.ts';
import { TRACE_VERSION, type TraceEvent } from '../src/trace/trace-event.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const preload = fileURLToPath(new URL('../src/sandbox/trace-preload.ts', import.meta.url));
/** A recording is part of a page. What prints more than this needs another experiment. */
const MAX_OUTPUT = 200_000;

type Output = Recording['output'][number];

/**
 * Rejects when the program fails, takes longer than its time limit, prints more than a page can hold, or says where on
 * this machine it lies: a recording is for others to read.
 */
export async function recordRun(experiment: CourseExperiment): Promise<Recording> {
  const run = await runTraced(experiment);
  // The reader's clock starts with the program, not with the process that has yet to load it.
  const began = run.trace.find((event) => event.type === 'lane' && event.lane === 'main')?.at ?? 0;
  const at = (ms: number): number => Math.max(0, Math.round((ms - began) * 100) / 100);
  const recording: Recording = {
    version: RECORDING_VERSION,
    traceVersion: TRACE_VERSION,
    experiment: experiment.name,
    sourceHash: sourceHash(experiment.files),
    engine: `Node.js ${process.versions.node}`,
    machine: `${systemName()} ${process.arch}, ${cores(availableParallelism())}`,
    date: new Date().toISOString().slice(0, 10),
    durationMs: at(run.durationMs),
    output: run.output.map((output) => ({ ...output, at: at(output.at) })),
    trace: worthKeeping(run.trace).map((event) => shifted(event, at)),
    outcome: { type: 'exited', code: 0 },
  };
  const text = recordingText(recording);
  const path = machinePath(text) ?? (text.includes(root) ? root : undefined);
  if (path !== undefined)
    throw new Error(`${experiment.name} tells a path of this machine: ${path}`);
  return recording;
}

/** The times in an event that are not durations. */
function shifted(event: TraceEvent, at: (ms: number) => number): TraceEvent {
  const moved = { ...event, at: at(event.at) };
  return moved.type === 'timer'
    ? { ...moved, setAt: at(moved.setAt), dueAt: at(moved.dueAt) }
    : moved;
}

/**
 * Of several runs the shortest: it was disturbed least by what else the machine had to do. Where the experiment names
 * an outcome, with what all of them came to.
 */
export async function recordRuns(experiment: CourseExperiment, runs: number): Promise<Recording> {
  let shortest: Recording | undefined;
  const outcomes: RunOutcome[] = [];
  for (let run = 0; run < runs; run++) {
    const next = await recordRun(experiment);
    if (!shortest || next.durationMs < shortest.durationMs) shortest = next;
    if (!experiment.outcome) continue;
    const value = reportedOutcome(next.trace, experiment.outcome);
    outcomes.push(value ?? { failed: 'reported nothing' });
  }
  if (!shortest) throw new Error('A recording needs a run.');
  return experiment.outcome ? { ...shortest, outcomes } : shortest;
}

/** A recording as text: an event a line, so that two of them can be compared. */
export function recordingText({ output, trace, ...rest }: Recording): string {
  const lines = (list: readonly unknown[]): string =>
    list.length === 0
      ? '[]'
      : `[\n    ${list.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`;
  const head = Object.entries(rest).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  return `{\n${[...head, `  "output": ${lines(output)}`, `  "trace": ${lines(trace)}`].join(',\n')}\n}\n`;
}

function runTraced({ name, folder, entry, timeLimitMs }: CourseExperiment): Promise<{
  output: Output[];
  trace: TraceEvent[];
  durationMs: number;
}> {
  const origin = performance.timeOrigin + performance.now();
  const now = (): number => performance.timeOrigin + performance.now() - origin;
  // A clean environment: neither this shell's options nor its colours belong into the course. In the options of the
  // environment the preload reaches every process that the program starts.
  const options = ['--disable-warning=ExperimentalWarning', `--import=${pathToFileURL(preload)}`];
  const env = {
    PATH: process.env['PATH'],
    NODE_OPTIONS: options.join(' '),
    TRACE_ORIGIN: String(origin),
  };
  const child = spawn(process.execPath, [entry], {
    cwd: `${root}/${folder}`,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Output[] = [];
  const trace: TraceEvent[] = [];
  let printed = 0;
  const print = (stream: Output['stream'], text: string): void => {
    if (text === '') return;
    printed += text.length;
    if (printed > MAX_OUTPUT) child.kill('SIGKILL');
    else output.push({ stream, text, at: now() });
  };
  const decoder = createEscapeDecoder();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const { text, events } = decoder.push(chunk);
    print('stdout', text);
    trace.push(...events);
  });
  child.stdout.once('end', () => print('stdout', decoder.end().text));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => print('stderr', chunk));
  const limit = setTimeout(() => child.kill('SIGKILL'), timeLimitMs);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) return resolve({ output, trace, durationMs: now() });
      const why =
        printed > MAX_OUTPUT
          ? `printed more than ${MAX_OUTPUT} characters`
          : signal === 'SIGKILL'
            ? `was still running after ${timeLimitMs} ms`
            : `ended with ${signal ?? `exit code ${code}`}`;
      const said = output.map(({ text }) => text).join('');
      reject(new Error(`${name} ${why}. It printed:\n${said.slice(-2_000)}`));
    });
  });
}

/**
 * While a program runs its threads say again and again that they are there, and how they are. Afterwards only the last
 * of that is worth keeping, and the version of it all stands in the recording. The last has to be kept: from a thread
 * that was ended later than it can have gone without a sign a timeline concludes that its loop stood still.
 */
export function worthKeeping(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  const lastSigns = new Map<string, TraceEvent>();
  for (const event of trace) {
    if (event.type !== 'loop') continue;
    const known = lastSigns.get(event.lane);
    if (known === undefined || event.at >= known.at) lastSigns.set(event.lane, event);
  }
  return trace.filter(
    (event) =>
      event.type !== 'trace' && (event.type !== 'loop' || lastSigns.get(event.lane) === event),
  );
}

function cores(count: number): string {
  return count === 1 ? '1 core' : `${count} cores`;
}
