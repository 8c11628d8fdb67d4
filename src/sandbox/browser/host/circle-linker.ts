/**
 * Links files that import each other in a circle: all files that one of them leads to become scripts that the thread
 * runs together, in the order of modules; see `circle-text.ts`. CommonJS files, JSON and built-in modules stay what they
 * are and come before them.
 */
import type { CircleParts, Origin } from '../wire/circle-parts.ts';
import { fileUrl, folderOf } from '../wire/paths.ts';
import type { LinkedModule } from '../wire/thread-messages.ts';
import { circleFacade, circleScript, ownExports } from './circle-text.ts';
import { askedNames, wholeName } from './import-clause.ts';
import * as faults from './link-faults.ts';
import { type File, faultAt, type Place } from './link-faults.ts';
import type { InCircle, Module, Target } from './linked.ts';
import { isStar, replaced, type StaticImport, type TakenApart, takeApart } from './module-text.ts';

/** A file with its types blanked out, and what it was made to before, if it was. */
export interface ReadFile {
  readonly file: File;
  readonly code: string;
  readonly isModule: boolean;
  readonly known: Module | undefined;
}

/** What the linker does for a circle. */
export interface CircleLinking {
  /** The file that a specifier means, if it is one. */
  file(found: StaticImport): ReadFile | undefined;
  /** Links what is in no circle. */
  plain(found: StaticImport): Target;
  check(found: StaticImport, target: Target): void;
  url(text: string): string;
  keep(file: File, module: Module): void;
  foreseen(path: string, code: string): LinkedModule['requires'];
}

let ids = 0;

interface Draft {
  readonly id: number;
  readonly file: File;
  readonly code: string;
  readonly apart: TakenApart;
  readonly own: NonNullable<ReturnType<typeof ownExports>>;
  readonly exports: Set<string>;
  readonly dependencies: { readonly found: StaticImport; readonly to: Draft | Target }[];
}

const isDraft = (to: Draft | Target): to is Draft => 'apart' in to;

export function linkCircle(root: ReadFile, linker: CircleLinking): Target {
  const drafts = new Map<string, Draft>();
  const first = draft(root, undefined);
  settleExports(drafts);
  for (const { dependencies } of drafts.values()) {
    for (const { found, to } of dependencies) linker.check(found, isDraft(to) ? asTarget(to) : to);
  }
  const facades = new Map<Draft, { url: string; circle: InCircle }>();
  for (const each of drafts.values()) {
    const circle = circleOf(each);
    facades.set(each, { url: linker.url(circleFacade(circle)), circle });
  }
  for (const [each, { url, circle }] of facades) {
    const { file, code, exports, dependencies, own, id } = each;
    const { path } = file;
    const { text, head } = circleScript(textOf(each), own.names, partsOf(each));
    const requires = code.includes('createRequire') && linker.foreseen(path, code);
    const imports = dependencies.flatMap(({ to }) => {
      if (isDraft(to)) return [facades.get(to)?.url ?? ''];
      return to.builtin === undefined ? [to.url] : [];
    });
    const script = { script: linker.url(text), head, circularId: id, circle };
    const module = { url, path, source: code, exports, imports, ...script };
    linker.keep(file, requires ? { ...module, requires } : module);
  }
  return { url: facades.get(first)?.url ?? '', path: root.file.path, exports: first.exports };

  function draft({ file, code }: ReadFile, place: Place | undefined): Draft {
    const key = `${file.path}\0${file.query}`;
    const known = drafts.get(key);
    if (known) return known;
    const apart = takeApart(file.path, code);
    const own = ownExports(code, apart.exports.filter(isNotOf(apart.imports, code)));
    if (!own) throw faultAt(place, faults.circle([file.path]));
    const made: Draft = {
      ...{ id: ++ids, file, code, apart, own },
      exports: new Set(apart.exports.map(({ n }) => n)),
      dependencies: [],
    };
    drafts.set(key, made);
    for (const found of apart.imports) {
      const read = linker.file(found);
      const to = read?.isModule ? (read.known ?? draft(read, found.place)) : linker.plain(found);
      made.dependencies.push({ found, to });
    }
    return made;
  }
}

/** Tells a file's own exports from those of its `export … from`. */
function isNotOf(imports: readonly StaticImport[], code: string) {
  const handedOn = imports.filter(({ clause }) => clause.startsWith('export'));
  const ranges = handedOn.map(({ start, place }) => [start, place.at] as const);
  return ({ s }: { readonly s: number }) =>
    s < code.length && !ranges.some(([from, to]) => from <= s && s < to);
}

/** What `export *` hands on may come around the circle. */
function settleExports(drafts: ReadonlyMap<string, Draft>): void {
  for (let grown = true; grown; ) {
    grown = false;
    for (const { exports, dependencies } of drafts.values()) {
      const before = exports.size;
      for (const { found, to } of dependencies) {
        if (!isStar(found.clause)) continue;
        for (const name of to.exports) if (name !== 'default') exports.add(name);
      }
      grown ||= exports.size > before;
    }
  }
}

function asTarget({ exports, file }: Draft): Target {
  return { url: '', path: file.path, exports };
}

function textOf({ code, apart, own }: Draft): string {
  return replaced(code, [...apart.replacements, ...own.replacements]);
}

function partsOf({ id, file, dependencies }: Draft): CircleParts {
  const imports: Record<string, Origin> = {};
  const reexports: Record<string, Origin> = {};
  const stars: number[] = [];
  for (const [index, { found }] of dependencies.entries()) {
    const { clause } = found;
    const names = clause.startsWith('export') ? reexports : imports;
    if (isStar(clause)) stars.push(index);
    const whole = wholeName(clause);
    if (whole !== undefined) names[whole] = [index, '*'];
    for (const { name, local } of askedNames(clause)) names[local] = [index, name];
  }
  return {
    ...{ id, path: file.path, folder: folderOf(file.path), url: fileUrl(file.path, file.query) },
    dependencies: dependencies.map(({ to }) => (isDraft(to) ? to.id : (to.circle?.id ?? to.url))),
    ...{ imports, reexports, stars },
  };
}

function circleOf(from: Draft): InCircle {
  const members = new Set<number>();
  const others = new Set<string>();
  const add = (draft: Draft) => {
    if (members.has(draft.id)) return;
    members.add(draft.id);
    for (const { to } of draft.dependencies) {
      if (isDraft(to)) add(to);
      else if (!to.circle) others.add(to.url);
      else {
        for (const id of to.circle.members) members.add(id);
        for (const url of to.circle.others) others.add(url);
      }
    }
  };
  add(from);
  return { id: from.id, members, others };
}
