/**
 * An engine whose programs are functions of the tests. It keeps to the interface and to nothing else, so that
 * panel and `run.ts` are tested together, without a real program's timing.
 */

import type { SandboxAccess } from '../../src/elements/panel/session.ts';
import {
  type Engine,
  EngineUnavailable,
  type Outcome,
  type ProcessEvent,
  type Program,
} from '../../src/sandbox/engine.ts';
import { startRun, warmUp } from '../../src/sandbox/run.ts';
import type { TraceEvent } from '../../src/trace/trace-event.ts';

/** What a program of a test can do. */
export interface Stage {
  readonly program: Program;
  print(text: string, stream?: 'stdout' | 'stderr'): void;
  trace(event: TraceEvent): void;
  exit(code: number): void;
  crash(message: string): void;
  /** Resolves when the program is killed. */
  readonly killed: Promise<void>;
}

export type Play = (stage: Stage) => void | Promise<void>;

export interface StandIn {
  readonly engine: Engine;
  /** The programs that were spawned, oldest first. */
  readonly spawned: Program[];
  /** How many of them have not ended. */
  alive(): number;
  /** For `RunPanel.sandbox`. */
  access(): Promise<SandboxAccess>;
}

export function standIn(
  play: Play,
  { bootFails = false, limits }: { bootFails?: boolean; limits?: string } = {},
): StandIn {
  const spawned: Program[] = [];
  let alive = 0;
  const engine: Engine = {
    id: 'browser',
    support: () => ({ ok: true, ...(limits !== undefined && { limits }) }),
    async boot() {
      if (bootFails)
        throw new EngineUnavailable('This browser has no shared memory', 'Try another browser');
      return { spawn: async (program) => spawn(program), dispose: async () => undefined };
    },
  };

  function spawn(program: Program) {
    spawned.push(program);
    alive++;
    const queue: ProcessEvent[] = [];
    let wake = () => {};
    let over = false;
    const killed = Promise.withResolvers<void>();
    const put = (event: ProcessEvent) => {
      if (over) return;
      if (event.type === 'exit') {
        over = true;
        alive--;
      }
      queue.push(event);
      wake();
    };
    const beganAt = performance.now();
    const at = () => performance.now() - beganAt;
    const end = (outcome: Outcome) => put({ type: 'exit', outcome });
    void play({
      program,
      print: (text, stream = 'stdout') => put({ type: 'output', stream, text, at: at() }),
      trace: (event) => put({ type: 'trace', event }),
      exit: (code) => end({ type: 'exited', code }),
      crash: (message) => end({ type: 'crashed', message }),
      killed: killed.promise,
    });
    async function* events() {
      for (;;) {
        const event = queue.shift();
        if (event) yield event;
        if (event?.type === 'exit') return;
        if (queue.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    }
    return {
      events: events(),
      write: () => undefined,
      kill() {
        killed.resolve();
        end({ type: 'exited', code: 137 });
      },
    };
  }

  return {
    engine,
    spawned,
    alive: () => alive,
    access: async () => ({
      startRun,
      warmUp,
      engines: {
        browser: { label: 'In this page', place: 'in this page', load: async () => engine },
      },
    }),
  };
}
