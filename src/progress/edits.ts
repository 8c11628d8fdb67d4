/** A reader's own version of an experiment's files. */
import { type Entry, isRecord, isTime, type Ledger, type LedgerFormat } from './ledger.ts';

export interface Edit extends Entry {
  /** Hash of the original files that the reader began from: another one means that the course has changed since. */
  readonly original: string;
  /** Path to text; `null` after a reset, which has to reach the other tabs too. */
  readonly files: Readonly<Record<string, string>> | null;
}

export type EditEntries = { readonly experiments: Edit };
export type Edits = Ledger<EditEntries>;

/** In UTF-16 code units, paths and texts together. A program larger than this is no longer an experiment. */
export const MAX_EDIT_SIZE = 64 * 1024;
/** All edits together; browsers give an origin about 5 million code units. */
export const MAX_EDITS_SIZE = 2 * 1024 * 1024;

export const sizeOf = (files: Edit['files']): number =>
  Object.entries(files ?? {}).reduce((sum, [path, text]) => sum + path.length + text.length, 0);

function parseFiles(json: unknown): Edit['files'] | undefined {
  if (json === null) return null;
  if (!isRecord(json)) return undefined;
  const files = Object.entries(json);
  if (!files.every((file): file is [string, string] => typeof file[1] === 'string'))
    return undefined;
  return Object.fromEntries(files);
}

export const editsFormat: LedgerFormat<EditEntries> = {
  key: 'unblocked:edits',
  tables: {
    experiments: {
      parse(json) {
        if (!isRecord(json)) return undefined;
        const { at, original } = json;
        const files = parseFiles(json['files']);
        if (!isTime(at) || typeof original !== 'string' || files === undefined) return undefined;
        return sizeOf(files) > MAX_EDIT_SIZE ? undefined : { at, original, files };
      },
    },
  },
};
