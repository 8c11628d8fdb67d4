/** Reports the processes that this one starts, and the messages and signals between them. */
import { lane, laneOfProcess, parent } from './preload-lane.ts';
import { End } from './preload-messages.ts';
import { replace } from './preload-replace.ts';
import { emitOwn, now, short } from './preload-write.ts';

/** What is used here of Node's ChildProcess. */
interface Child {
  readonly pid?: number | undefined;
  readonly spawnargs: readonly string[];
  readonly signalCode: string | null;
  once(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  once(event: 'spawn', listener: () => void): unknown;
  emit(...args: unknown[]): boolean;
  send?(...args: unknown[]): boolean;
  kill(signal?: string | number): boolean;
}
type Spawn = (this: Child, ...args: unknown[]) => unknown;

export function traceProcesses(): void {
  const { kill, pid } = process;
  replace(process, 'kill', (target: number, signal?: string | number) => {
    // Signal 0 only asks whether it is there.
    if (signal !== 0) emitKill(laneOfProcess(target), signal);
    return Reflect.apply(kill, process, [target, signal]);
  });
  if (typeof process.send === 'function' && parent !== undefined) {
    traceChannel(process as unknown as Child, new End(`p${pid}<`, `p${pid}>`, parent));
  }
  // The engine says so of each process, as Node does of each worker; on Node all of them pass through one method.
  process.on('child_process' as 'worker', (child: unknown) => begun(child as Child));
  const childProcess = process.getBuiltinModule('node:child_process');
  const prototype = childProcess?.ChildProcess?.prototype as unknown as
    | { spawn?: Spawn }
    | undefined;
  const spawn = prototype?.spawn;
  if (!prototype || !spawn) return;
  replace(
    prototype as Record<'spawn', unknown>,
    'spawn',
    function (this: Child, ...args: unknown[]) {
      const result = spawn.apply(this, args);
      begun(this);
      return result;
    },
  );
}

function begun(child: Child): void {
  if (child.pid === undefined) {
    child.once('spawn', () => child.pid !== undefined && begun(child));
    return;
  }
  const { pid } = child;
  const childLane = laneOfProcess(pid);
  const name = short(nameOf(child.spawnargs));
  emitOwn({
    type: 'lane',
    lane: childLane,
    state: 'open',
    at: now(),
    parent: lane,
    ...(name && { name }),
  });
  child.once('exit', (exitCode, signal) => {
    const how = { ...(exitCode !== null && { exitCode }), ...(signal !== null && { signal }) };
    emitOwn({ type: 'lane', lane: childLane, state: 'closed', at: now(), ...how });
  });
  const { kill } = child;
  replace(
    child as unknown as Record<'kill', unknown>,
    'kill',
    function (this: Child, signal?: string | number) {
      const at = now();
      const sent = kill.call(this, signal);
      if (sent && signal !== 0) emitKill(childLane, signal, at);
      return sent;
    },
  );
  if (child.send) traceChannel(child, new End(`p${pid}>`, `p${pid}<`, childLane));
}

/**
 * The program and what it was given: `web.ts first life`. Where things lie on a machine says nothing of what a process
 * is, and a recording is for others to read. So of a program only its file stays, and any other path is left out.
 */
function nameOf([, ...given]: readonly string[]): string {
  const said = given.flatMap((argument) => {
    if (!PATH.test(argument)) return [argument];
    return PROGRAM.test(argument) ? [argument.replace(PATH, '')] : [];
  });
  return said.join(' ');
}

/** Up to its last name; an option may stand before it: `--import=file:///…`. */
const PATH = /^(?:-[^=]*=)?(?:file:\/\/)?(?:[a-z]:)?[\\/].*[\\/]/i;
const PROGRAM = /^[^-].*\.[cm]?[jt]s$/;

/** A message is numbered when it is given to the channel, and when it comes out at the other end. */
function traceChannel(side: Child, end: End): void {
  const { send, emit } = side;
  if (!send) return;
  replace(
    side as unknown as Record<'send', unknown>,
    'send',
    function (this: Child, ...args: unknown[]) {
      const at = now();
      const sent = send.apply(this, args);
      end.send(at);
      return sent;
    },
  );
  replace(
    side as unknown as Record<'emit', unknown>,
    'emit',
    function (this: Child, ...args: unknown[]) {
      if (args[0] === 'message') end.receive();
      return emit.apply(this, args);
    },
  );
}

function emitKill(target: string, signal: string | number = 'SIGTERM', at = now()): void {
  emitOwn({ type: 'kill', lane, target, at, signal: String(signal) });
}
