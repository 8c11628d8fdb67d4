/**
 * The only file that touches what the browser stores for the reader.
 *
 *     progress.subscribe((state) => …)                       progress.add({ type: 'lesson-read', lesson: 'the-slow-view' })
 *     edits.of('slow-view')                                  edits.keep('slow-view', { original: hash, files })
 *     preferences.subscribe(({ theme }) => …)                preferences.choose('theme', 'dark')
 *     everything.exported()                                  everything.take(stored, 'merge')
 *     storageTrouble.subscribe((sentence) => …)
 *
 * Everything works without storage too, for as long as the page is open.
 */
import {
  type Edit,
  type Edits,
  editsFormat,
  MAX_EDIT_SIZE,
  MAX_EDITS_SIZE,
  sizeOf,
} from './edits.ts';
import { exportText, type Stored } from './export-file.ts';
import { type Entries, empty, type LedgerFormat, only } from './ledger.ts';
import { type Observable, subject } from './observable.ts';
import { type Preferences, preferencesFormat, preferencesOf } from './preferences.ts';
import { changeOf, type Progress, type ProgressAction, progressFormat } from './progress.ts';
import { type Place, storedLedger, type Trouble } from './stored-ledger.ts';

/** A progress action without its date, which the store adds. */
export type Doing = ProgressAction extends infer A
  ? A extends unknown
    ? Omit<A, 'at'>
    : never
  : never;

/** Why an edit was not kept, in plain words; `undefined` if it was. */
export type Refusal = string | undefined;

export interface ReaderStorage {
  readonly progress: Observable<Progress> & { add(doing: Doing): void };
  readonly edits: Observable<Edits> & {
    /** The reader's version of an experiment, if there is one. Compare `original` with the hash of today's files. */
    of(experiment: string): (Edit & { readonly files: NonNullable<Edit['files']> }) | undefined;
    keep(
      experiment: string,
      edit: Pick<Edit, 'original'> & { readonly files: NonNullable<Edit['files']> },
    ): Refusal;
    forget(experiment: string): void;
    erase(): void;
  };
  readonly preferences: Observable<Preferences> & {
    choose<P extends keyof Preferences>(name: P, value: Preferences[P]): void;
  };
  /** All of it at once. */
  readonly everything: {
    /** The text of `export-file.ts`. */
    exported(): string;
    /** Adds what is in a file to what is here, or puts it in the place of everything. Other tabs follow. */
    take(stored: Stored, how: 'merge' | 'replace'): void;
    erase(): void;
  };
  /** A sentence for the reader if storing does not work, told once for each kind of trouble; else `undefined`. */
  readonly storageTrouble: Observable<string | undefined>;
}

const sentences: Readonly<Record<Trouble, string>> = {
  blocked:
    'Your browser does not let this site store anything, so your progress and edits last until you close this page.',
  full: 'Your browser has no room left for this site, so new progress and edits last until you close this page.',
  damaged:
    'Some of what this site keeps in your browser could not be read. It was put aside, not deleted, and everything else is in use. If you once exported your progress to a file, import it on the page “Progress”.',
  newer:
    'Your progress was stored by a newer version of this course, so nothing is stored from this page. Reload it to get the new version.',
};

export interface StorageOptions {
  readonly place: Place;
  /** Calls its listener with what another tab has stored. Called once. */
  listen(onStored: (key: string, text: string) => void): void;
  /** Milliseconds since 1970. */
  now(): number;
}

export function openStorage({ place, listen, now }: StorageOptions): ReaderStorage {
  const told = new Set<Trouble>();
  /** The ledgers that found no room at their last writing. */
  const unstored = new Set<string>();
  const trouble = subject<string | undefined>(undefined);
  function tell(kind: Trouble): void {
    if (told.has(kind)) return;
    told.add(kind);
    trouble.set(sentences[kind]);
  }
  function open<E extends Entries>(format: LedgerFormat<E>) {
    return storedLedger({
      format,
      place,
      now,
      onTrouble(kind) {
        if (kind === 'full') unstored.add(format.key);
        if (kind) return tell(kind);
        const hadRoom = !unstored.delete(format.key);
        if (hadRoom || unstored.size > 0) return;
        // Room was made and everything is stored again; should it run out once more, that is news.
        told.delete('full');
        if (trouble.value === sentences.full) trouble.set(undefined);
      },
    });
  }

  const progress = open(progressFormat);
  const edits = open(editsFormat);
  const preferences = open(preferencesFormat);
  listen((key, text) => {
    if (key === progressFormat.key) progress.receive(text);
    if (key === editsFormat.key) edits.receive(text);
    if (key === preferencesFormat.key) preferences.receive(text);
  });

  const edit = (experiment: string, original: string, files: Edit['files']) =>
    edits.add((at) => only(editsFormat, 'experiments', experiment, { at, original, files }));

  return {
    progress: {
      get value() {
        return progress.value;
      },
      subscribe: progress.subscribe,
      add: (doing) => progress.add((at) => changeOf({ ...doing, at })),
    },
    edits: {
      get value() {
        return edits.value;
      },
      subscribe: edits.subscribe,
      of(experiment) {
        const kept = edits.value.tables.experiments.get(experiment);
        return kept?.files ? { ...kept, files: kept.files } : undefined;
      },
      keep(experiment, { original, files }) {
        const size = sizeOf(files);
        if (size > MAX_EDIT_SIZE)
          return `These files are longer than ${MAX_EDIT_SIZE / 1024} kB, so your version lasts until you close this page.`;
        let all = size;
        for (const [name, other] of edits.value.tables.experiments)
          if (name !== experiment) all += sizeOf(other.files);
        if (all > MAX_EDITS_SIZE)
          return 'Your versions of the experiments take up all the room that this site allows itself. Reset one that you no longer need.';
        edit(experiment, original, files);
        return undefined;
      },
      forget: (experiment) => edit(experiment, '', null),
      erase: () => edits.add((at) => empty(editsFormat, at)),
    },
    preferences: {
      get value() {
        return preferencesOf(preferences.value);
      },
      subscribe: (listener) => preferences.subscribe((ledger) => listener(preferencesOf(ledger))),
      choose: (name, value) =>
        preferences.add((at) => only(preferencesFormat, 'chosen', name, { at, value })),
    },
    everything: {
      exported: () =>
        exportText(
          { progress: progress.value, edits: edits.value, preferences: preferences.value },
          now(),
        ),
      take(stored, how) {
        // A change without an epoch joins what is there; one of this moment is a new beginning.
        const epoch = (at: number) => (how === 'replace' ? at : 0);
        progress.add((at) => ({ ...stored.progress, epoch: epoch(at) }));
        edits.add((at) => ({ ...stored.edits, epoch: epoch(at) }));
        preferences.add((at) => ({ ...stored.preferences, epoch: epoch(at) }));
      },
      erase() {
        progress.add((at) => empty(progressFormat, at));
        edits.add((at) => empty(editsFormat, at));
        preferences.add((at) => empty(preferencesFormat, at));
      },
    },
    storageTrouble: trouble,
  };
}

/** The reader's own browser. Nothing is touched before something is asked for, so this can be imported anywhere. */
export const { progress, edits, preferences, everything, storageTrouble } = openStorage({
  place: {
    read: (key) => localStorage.getItem(key),
    write: (key, text) => localStorage.setItem(key, text),
  },
  listen(onStored) {
    if (typeof window === 'undefined') return;
    // `storage` is sent to the other tabs of the site only. Without a key everything was cleared:
    // what this tab remembers stays until it is closed.
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key !== null && newValue !== null) onStored(key, newValue);
    });
  },
  now: Date.now,
});

/**
 * For an inline script in the head, so that a chosen theme is there before the first paint.
 * It sets `data-theme` on the root element if the reader has chosen light or dark.
 */
export const themeSnippet = `try{const t=JSON.parse(localStorage.getItem(${JSON.stringify(preferencesFormat.key)})).tables.chosen.theme.value;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
