/**
 * All that a browser stores for a reader, as a file that they can keep, read, and take to another browser.
 *
 *     { "format": "unblocked", "version": 1, "exported": "2026-11-22T10:00:00.000Z",
 *       "progress": { … }, "edits": { … }, "preferences": { … } }
 *
 * The three are ledgers, in the form of `ledger.ts`. The answers to a question are, in the order of their making,
 *
 *     file.progress.tables.questions['who-waits'].attempts:
 *       [{ "at": 1795350000000, "revision": 1, "correct": false,
 *          "misconceptions": ["only-that-user-waits"], "explained": ["1"] }, …]
 *
 * `explained` tells which answer it was, by the keys of the explanations that its kind gives (`src/quiz/`): for one
 * with options their places in `quiz.yaml`, from 0. `npm run answers` reads such files of several readers.
 */
import { type Edits, editsFormat } from './edits.ts';
import {
  decode,
  type Entries,
  empty,
  encode,
  isRecord,
  type Ledger,
  type LedgerFormat,
} from './ledger.ts';
import { type PreferenceEntries, preferencesFormat } from './preferences.ts';
import { type Progress, progressFormat } from './progress.ts';

export interface Stored {
  readonly progress: Progress;
  readonly edits: Edits;
  readonly preferences: Ledger<PreferenceEntries>;
}

export type ImportedFile =
  /** `invalid` has the paths of what could not be read and was left out. */
  | { readonly type: 'read'; readonly stored: Stored; readonly invalid: readonly string[] }
  /** In plain words: what is wrong, and what to do. */
  | { readonly type: 'refused'; readonly reason: string };

const FORMAT = 'unblocked';
const VERSION = 1;
/** Far more than storage can hold; a file that is longer is another one. */
const MAX_LENGTH = 20_000_000;

/** `exported` in milliseconds since 1970. */
export function exportText({ progress, edits, preferences }: Stored, exported: number): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    exported: new Date(exported).toISOString(),
    progress: JSON.parse(encode(progress)),
    edits: JSON.parse(encode(edits)),
    preferences: JSON.parse(encode(preferences)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Never throws, whatever the text. */
export function readExport(text: string): ImportedFile {
  const refuse = (reason: string): ImportedFile => ({ type: 'refused', reason });
  if (text.length > MAX_LENGTH)
    return refuse('This file is too long to be an export of this course.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('This file is not JSON, so it is no export of this course, or it was cut off.');
  }
  if (!isRecord(json) || json['format'] !== FORMAT)
    return refuse('This file was not exported from this course.');
  const { version } = json;
  if (typeof version !== 'number' || version > VERSION)
    return refuse(
      'This file is of a newer version of the course. Reload this page to get it, then try again.',
    );

  const invalid: string[] = [];
  let isNewer = false;
  const part = <E extends Entries>(name: keyof Stored, format: LedgerFormat<E>): Ledger<E> => {
    const decoded = decode(format, JSON.stringify(json[name] ?? null));
    if (decoded.type === 'newer') isNewer = true;
    if (decoded.type === 'newer') return empty(format);
    invalid.push(...decoded.invalid.map((path) => `${name}: ${path}`));
    return decoded.ledger;
  };
  const stored = {
    progress: part('progress', progressFormat),
    edits: part('edits', editsFormat),
    preferences: part('preferences', preferencesFormat),
  };
  if (isNewer)
    return refuse(
      'This file is of a newer version of the course. Reload this page to get it, then try again.',
    );
  return { type: 'read', stored, invalid };
}
