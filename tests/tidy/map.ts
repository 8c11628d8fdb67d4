/** Reads `src/README.md`: the folders, which of them are pure, and what may import what. */

export interface CodeMap {
  /** Folders of `src/`, without a slash. */
  readonly folders: readonly string[];
  readonly pure: readonly PureFolder[];
  /** By the folder that imports. `sandbox/*` means the folders in `sandbox/`. */
  readonly mayImport: ReadonlyMap<string, readonly Target[]>;
}

export interface PureFolder {
  readonly folder: string;
  /** Names of files that are not. */
  readonly except: readonly string[];
}

/** A folder, `folder/*` for the folders in it, or one file. */
export interface Target {
  readonly path: string;
  readonly typesOnly: boolean;
}

export function readMap(readme: string): CodeMap {
  const rows = [...readme.matchAll(/^\|(.*)\|.*\|(.*)\|$/gm)].map(([, first = '', last = '']) => ({
    folders: [...first.matchAll(/`([\w-]+)\/`/g)].map(([, name = '']) => name),
    note: last,
  }));
  const lines = [...readme.matchAll(/^ {4}(\S+) +-> (.*)$/gm)];
  return {
    folders: rows.flatMap(({ folders }) => folders),
    pure: rows
      .filter(({ note }) => note.includes('pure'))
      .flatMap(({ folders, note }) => {
        const except = [...note.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
        return folders.map((folder) => ({ folder, except }));
      }),
    mayImport: new Map(
      lines.map(([, from = '', to = '']) => [
        from,
        to === 'nothing' ? [] : to.split(', ').map(target),
      ]),
    ),
  };
}

const target = (text: string): Target => ({
  path: text.replace(' (types)', ''),
  typesOnly: text.endsWith(' (types)'),
});
