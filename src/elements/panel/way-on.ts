/** What a panel says and offers where the engine that the reader wanted was not to be had. Loaded when that happens. */
import type { EngineId, EngineUnavailable, Outcome, WayOn } from '../../sandbox/engine.ts';
import type { Notice } from './notice.ts';
import type { SandboxAccess } from './session.ts';

interface Ways {
  readonly engines: SandboxAccess['engines'];
  readonly wanted: EngineId;
  /** Runs the program again, on an engine. */
  run(on: EngineId): void;
}

/** The program runs on the fallback now: why, and how to get back. */
export function ranElsewhere(why: EngineUnavailable, elsewhere: EngineId, ways: Ways): Notice {
  const { engines, wanted } = ways;
  const place = engines[elsewhere]?.place ?? 'on another engine';
  return {
    text: `Your program runs ${place} instead. ${why.message} ${why.remedy}`,
    actions: [again(why.wayOn, engines[wanted]?.label ?? 'the other engine', ways)],
  };
}

/** No engine runs the program: the state line has said why. */
export function notRun(wayOn: WayOn | undefined, ways: Ways): Notice {
  return {
    text: 'Until then, the recording shows what the program does.',
    actions: [again(wayOn, ways.engines[ways.wanted]?.label ?? 'the engine', ways)],
  };
}

/** The engine broke under the program, and there is another that could run it. */
export function brokeDown(
  outcome: Outcome,
  other: EngineId | undefined,
  ways: Ways,
): Notice | undefined {
  const entry = other === undefined ? undefined : ways.engines[other];
  if (outcome.type !== 'crashed' || other === undefined || !entry) return undefined;
  return {
    text: `The program can also run ${entry.place}.`,
    actions: [{ label: `Run it ${entry.place}`, act: () => ways.run(other) }],
  };
}

function again(
  wayOn: WayOn | undefined,
  label: string,
  { run, wanted }: Ways,
): Notice['actions'][number] {
  return {
    label: wayOn?.label ?? `Try ${label} again`,
    act() {
      wayOn?.prepare();
      if (!wayOn?.leaves) run(wanted);
    },
  };
}
