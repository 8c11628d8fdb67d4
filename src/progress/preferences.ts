/** What a reader has chosen about the site itself. */
import { type EngineId, engineIds } from '../sandbox/engine-ids.ts';
import { type Entry, isRecord, isTime, type Ledger, type LedgerFormat } from './ledger.ts';

/** The value that each preference has until the reader chooses. */
export interface Preferences {
  readonly theme: 'light' | 'dark' | 'auto';
  /** `auto`: the engine that each experiment asks for. */
  readonly engine: EngineId | 'auto';
  /** One question of a section quiz at a time, or all on a page. */
  readonly 'quiz-view': 'one' | 'all';
}

export type PreferenceEntries = { readonly chosen: Entry & { readonly value: string } };

/** The first value of each is its default. */
const allowed: {
  readonly [P in keyof Preferences]: readonly [Preferences[P], ...Preferences[P][]];
} = {
  theme: ['auto', 'light', 'dark'],
  engine: ['auto', ...engineIds],
  'quiz-view': ['one', 'all'],
};

export const preferencesFormat: LedgerFormat<PreferenceEntries> = {
  key: 'unblocked:preferences',
  tables: {
    chosen: {
      parse(json, name) {
        if (!isRecord(json) || !Object.hasOwn(allowed, name)) return undefined;
        const values: readonly string[] = allowed[name as keyof Preferences];
        const { at, value } = json;
        if (!isTime(at) || typeof value !== 'string' || !values.includes(value)) return undefined;
        return { at, value };
      },
    },
  },
};

export function preferencesOf(ledger: Ledger<PreferenceEntries>): Preferences {
  const chosen = <P extends keyof Preferences>(name: P): Preferences[P] => {
    const value = ledger.tables.chosen.get(name)?.value;
    return allowed[name].find((each) => each === value) ?? allowed[name][0];
  };
  return { theme: chosen('theme'), engine: chosen('engine'), 'quiz-view': chosen('quiz-view') };
}
