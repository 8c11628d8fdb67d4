/**
 * What a reader's browser stores, as a value: tables of dated entries, one versioned codec, one merge.
 *
 *     { "version": 2, "epoch": 0,
 *       "tables": { "lessons": { "the-slow-view": { "at": 1795350000000 } },
 *                   "questions": { "who-waits": { "attempts": [{ "at": 1795350000000, "revision": 1, … }] } } } }
 *
 * Every entry says when it was made. That makes `merge` commutative, associative and idempotent,
 * so that two tabs, an import and an erasure come to the same result in whatever order they meet.
 * An erasure, and an import that takes the place of everything, begin a new epoch: what is of an earlier one is over.
 */

/** `at` is in milliseconds since 1970. */
export interface Entry {
  readonly at: number;
}

/** Table names to the entries that they hold; used as a type only. */
export type Entries = Readonly<Record<string, Entry>>;

export interface Ledger<E extends Entries> {
  /** When the reader last began anew, in milliseconds since 1970; 0 for never. Of two ledgers the later one is all that counts. */
  readonly epoch: number;
  readonly tables: { readonly [T in keyof E]: ReadonlyMap<string, E[T]> };
}

export interface TableFormat<E extends Entry> {
  /** Gives `undefined` for whatever is not an entry. */
  parse(json: unknown, name: string): E | undefined;
  /** Two versions of one entry into one; the later one wins if this is left out. */
  merge?(a: E, b: E): E;
}

export interface LedgerFormat<E extends Entries> {
  /** The name under which it is stored. */
  readonly key: string;
  readonly tables: { readonly [T in keyof E]: TableFormat<E[T]> };
}

/**
 * To be raised with every table, preference or form of an entry that is added: a tab that still runs the code of
 * yesterday then leaves what it does not know alone, instead of setting it aside. `decode` must go on reading 1.
 */
export const VERSION = 2;

/** `invalid` has the paths of what could not be read and was left out, for example `tables.lessons.x`. */
export type Decoded<E extends Entries> =
  | { readonly type: 'read'; readonly ledger: Ledger<E>; readonly invalid: readonly string[] }
  /** Written by a later version of the course. It must not be overwritten. */
  | { readonly type: 'newer' };

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The last moment that a JavaScript date can tell. */
const END_OF_TIME = 8.64e15;

export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Whole milliseconds since 1970, and none that a later entry could not follow. */
export const isTime = (json: unknown): json is number =>
  Number.isSafeInteger(json) && (json as number) >= 0 && (json as number) < END_OF_TIME;

/** Of two different entries with the same moment, either will do, as long as every tab takes the same one. */
function later<E extends Entry>(a: E, b: E): E {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

// A format's tables and a ledger's tables have the same keys, which TypeScript cannot follow through
// Object.entries: inside this file tables are seen as maps of plain entries.
type Plain = { readonly [table: string]: ReadonlyMap<string, Entry> };
type PlainFormats = { readonly [table: string]: TableFormat<Entry> };
const formatsOf = <E extends Entries>(format: LedgerFormat<E>) => format.tables as PlainFormats;

function ledgerOf<E extends Entries>(
  format: LedgerFormat<E>,
  epoch: number,
  entriesOf: (table: string, format: TableFormat<Entry>) => Iterable<readonly [string, Entry]>,
): Ledger<E> {
  const tables: Plain = Object.fromEntries(
    Object.entries(formatsOf(format)).map(([table, tableFormat]) => [
      table,
      new Map(entriesOf(table, tableFormat)),
    ]),
  );
  return { epoch, tables: tables as Ledger<E>['tables'] };
}

/** With the moment as `epoch` it is an erasure. */
export function empty<E extends Entries>(format: LedgerFormat<E>, epoch = 0): Ledger<E> {
  return ledgerOf(format, epoch, () => []);
}

/** A ledger with this one entry: the change that `add` makes in a state. */
export function only<E extends Entries, T extends keyof E & string>(
  format: LedgerFormat<E>,
  table: T,
  name: string,
  entry: E[T],
): Ledger<E> {
  return ledgerOf(format, 0, (each) => (each === table ? [[name, entry]] : []));
}

export function merge<E extends Entries>(
  format: LedgerFormat<E>,
  a: Ledger<E>,
  b: Ledger<E>,
): Ledger<E> {
  if (a.epoch !== b.epoch) return a.epoch > b.epoch ? a : b;
  return ledgerOf(format, a.epoch, (table, tableFormat) => {
    const merged = new Map((a.tables as Plain)[table]);
    for (const [name, entry] of (b.tables as Plain)[table] ?? []) {
      const other = merged.get(name);
      merged.set(name, other ? (tableFormat.merge ?? later)(other, entry) : entry);
    }
    return merged;
  });
}

/** What a state is after a change that was made to it: of its epoch, unless the change begins another. */
export function add<E extends Entries>(
  format: LedgerFormat<E>,
  state: Ledger<E>,
  change: Ledger<E>,
): Ledger<E> {
  return merge(format, state, { ...change, epoch: change.epoch || state.epoch });
}

/** The latest moment in a ledger, so that what follows can be dated after it even where a clock was put back. */
export function latest<E extends Entries>(ledger: Ledger<E>): number {
  let at = ledger.epoch;
  for (const table of Object.values(ledger.tables as Plain))
    for (const entry of table.values()) at = Math.max(at, entry.at);
  return at;
}

/** Equal ledgers give equal texts. */
export function encode<E extends Entries>(ledger: Ledger<E>): string {
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
    a < b ? -1 : 1;
  const tables = Object.entries(ledger.tables as Plain).map(
    ([table, entries]) => [table, Object.fromEntries([...entries].sort(byName))] as const,
  );
  return JSON.stringify({
    version: VERSION,
    epoch: ledger.epoch,
    tables: Object.fromEntries(tables),
  });
}

/** Never throws: it keeps what it can read and names the rest. */
export function decode<E extends Entries>(format: LedgerFormat<E>, text: string): Decoded<E> {
  const unreadable: Decoded<E> = { type: 'read', ledger: empty(format), invalid: ['all of it'] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable;
  }
  if (!isRecord(json)) return unreadable;
  const { version, tables } = json;
  if (typeof version === 'number' && version > VERSION) return { type: 'newer' };
  if ((version !== VERSION && version !== 1) || !isRecord(tables)) return unreadable;

  const formats = formatsOf(format);
  const epochName = version === 1 ? 'erasedAt' : 'epoch';
  const epoch = json[epochName];
  const invalid = Object.keys(json).filter(
    (name) => name !== 'version' && name !== 'tables' && name !== epochName,
  );
  if (!isTime(epoch)) invalid.push(epochName);
  for (const table of Object.keys(tables))
    if (!Object.hasOwn(formats, table)) invalid.push(`tables.${table}`);

  const ledger = ledgerOf(format, isTime(epoch) ? epoch : 0, (table, tableFormat) => {
    const stored = Object.hasOwn(tables, table) ? tables[table] : {};
    if (!isRecord(stored)) {
      invalid.push(`tables.${table}`);
      return [];
    }
    return Object.entries(stored).flatMap(([name, value]) => {
      const entry = NAME.test(name) ? tableFormat.parse(value, name) : undefined;
      if (!entry) invalid.push(`tables.${table}.${name}`);
      return entry ? [[name, entry] as const] : [];
    });
  });
  return { type: 'read', ledger, invalid };
}
