/** The contract that every engine keeps: each program does on it what it did on Node, but for declared differences. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/sandbox/engine.ts';
import type { Case, Ran } from './case.ts';
import { cases } from './cases.ts';
import { comparable } from './comparison.ts';
import { groups } from './groups.ts';
import { runOnEngine, TIME_LIMIT_MS } from './run-on-engine.ts';

export interface ContractOptions {
  /** Names the engine, and where it is run, in the report. */
  readonly name: string;
  load(): Promise<Engine>;
  /** What of a comparable run, Node's or the engine's, counts here. */
  declared(ran: Ran, given: Case, of: 'node' | 'engine'): Ran;
}

/** Declares a test for every program. Runs one after the other in one sandbox. */
export function engineContract({ name, load, declared }: ContractOptions): void {
  let engine: Engine;
  beforeAll(async () => {
    engine = await load();
  });

  describe(name, () => {
    for (const group of Object.keys(groups)) {
      const own = cases.filter((given) => given.group === group);
      if (own.length === 0) continue;
      describe(group, () => {
        test.for(own)('$name', { timeout: TIME_LIMIT_MS + 10_000 }, async (given) => {
          const ran = comparable(await runOnEngine(engine, given), given);
          expect(declared(ran, given, 'engine')).toEqual(declared(given.expected, given, 'node'));
        });
      });
    }
  });
}
