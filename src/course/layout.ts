/**
 * Where things lie in `content/`, and what they are called after:
 *
 *     content/claims.yaml  content/coming.yaml  content/glossary.yaml  content/misconceptions.yaml
 *     content/decision-guide.yaml  content/tools.yaml  content/LICENSE.md
 *     content/01-the-question/section.yaml  quiz.yaml
 *     content/01-the-question/01-the-slow-view/lesson.mdx  quiz.yaml
 *     …/01-the-slow-view/experiments/slow-view/experiment.yaml  main.ts  check.ts  solution/main.ts
 *     …/01-the-slow-view/twins/slow-view/twin.yaml  views.py  output.txt
 *     …/01-the-slow-view/recordings/slow-view.json
 *
 * The number of a section or lesson is its place; its name is what follows, and its address.
 */
import { type Report, wholeFile } from './diagnostic.ts';
import { pageNames, quizName } from './links.ts';
import type { Texts } from './model.ts';
import { quote } from './names.ts';

export interface Layout {
  readonly sections: readonly SectionFolder[];
}

/** `path` is from the project's root; files that are not there are missing from `files`. */
export interface SectionFolder {
  readonly path: string;
  readonly name: string;
  readonly number: number;
  readonly lessons: readonly LessonFolder[];
}

export interface LessonFolder {
  readonly path: string;
  readonly name: string;
  readonly number: number;
  readonly experiments: readonly ThingFolder[];
  readonly twins: readonly ThingFolder[];
  /** Names of the experiments that have a recording. */
  readonly recordings: readonly string[];
}

/** An experiment or a twin: a folder of files, by their paths inside it. */
export interface ThingFolder {
  readonly path: string;
  readonly name: string;
  readonly files: Texts;
}

const read = 'src/course/layout.ts, the first comment';
const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `files` maps paths from the project's root, all under `content/`, to texts. What fits nowhere is reported and left out. */
export function readLayout(files: Texts, report: Report): Layout {
  const misfit: Misfit = (path, expected, found = quote(lastPart(path))) =>
    report({ ...wholeFile(path), expected, found, read });
  const content = folderOf(files).folders.get('content') ?? emptyFolder();
  const lists = ['claims', 'coming', 'decision-guide', 'glossary', 'misconceptions', 'tools'].map(
    (list) => `${list}.yaml`,
  );
  onlyFiles(content, 'content', [...lists, 'LICENSE.md'], misfit);
  return {
    sections: numbered(content, 'content', pageNames, misfit).map(({ folder, ...rest }) => {
      onlyFiles(folder, rest.path, ['section.yaml', 'quiz.yaml'], misfit);
      const lessons = numbered(folder, rest.path, [quizName], misfit);
      return { ...rest, lessons: lessons.map((lesson) => lessonFolder(lesson, misfit)) };
    }),
  };
}

type Misfit = (path: string, expected: string, found?: string) => void;

interface Numbered {
  readonly path: string;
  readonly name: string;
  readonly number: number;
  readonly folder: Folder;
}

function lessonFolder({ folder, ...rest }: Numbered, misfit: Misfit): LessonFolder {
  onlyFiles(folder, rest.path, ['lesson.mdx', 'quiz.yaml'], misfit);
  const allowed = ['experiments', 'twins', 'recordings'];
  for (const name of folder.folders.keys()) {
    if (allowed.includes(name)) continue;
    misfit(`${rest.path}/${name}`, `here only the folders ${list(allowed)}`);
  }
  return {
    ...rest,
    experiments: things(folder, rest.path, 'experiments', misfit),
    twins: things(folder, rest.path, 'twins', misfit),
    recordings: recordings(folder, rest.path, misfit),
  };
}

function onlyFiles(folder: Folder, path: string, allowed: readonly string[], misfit: Misfit): void {
  for (const name of folder.files.keys()) {
    if (!allowed.includes(name)) misfit(`${path}/${name}`, `here only ${list(allowed)}`);
  }
}

/** The folders `nn-name` of a folder, in order. */
function numbered(
  parent: Folder,
  parentPath: string,
  reserved: readonly string[],
  misfit: Misfit,
): readonly Numbered[] {
  const found: Numbered[] = [];
  for (const [folderName, folder] of parent.folders) {
    const path = `${parentPath}/${folderName}`;
    const [, digits, name = ''] = /^(\d\d)-(.+)$/.exec(folderName) ?? [];
    const number = Number(digits);
    const before = found.find((other) => other.number === number);
    if (!namePattern.test(name)) {
      misfit(
        path,
        'a folder named by two digits and lower-case words, all joined by hyphens: 01-the-question',
      );
    } else if (reserved.includes(name)) {
      misfit(path, `a name whose address is free; pages of the site are ${list(reserved)}`);
    } else if (before) {
      misfit(
        path,
        'a number that no folder beside it has',
        `${digits}, which ${before.path} has already`,
      );
    } else found.push({ path, name, number, folder });
  }
  return found.sort((a, b) => a.number - b.number);
}

function things(
  lesson: Folder,
  lessonPath: string,
  kind: 'experiments' | 'twins',
  misfit: Misfit,
): ThingFolder[] {
  const folder = lesson.folders.get(kind) ?? emptyFolder();
  const path = `${lessonPath}/${kind}`;
  for (const name of folder.files.keys())
    misfit(`${path}/${name}`, `a folder, one for each of the ${kind}`);
  return [...folder.folders].flatMap(([name, thing]) => {
    if (namePattern.test(name)) return [{ path: `${path}/${name}`, name, files: textsOf(thing) }];
    misfit(`${path}/${name}`, 'a folder named by lower-case words joined by hyphens: slow-view');
    return [];
  });
}

function recordings(lesson: Folder, lessonPath: string, misfit: Misfit): string[] {
  const folder = lesson.folders.get('recordings') ?? emptyFolder();
  const path = `${lessonPath}/recordings`;
  for (const name of folder.folders.keys())
    misfit(`${path}/${name}`, 'no folder, only <experiment>.json');
  return [...folder.files.keys()].flatMap((file) => {
    const name = file.replace(/\.json$/, '');
    if (file.endsWith('.json') && namePattern.test(name)) return [name];
    misfit(`${path}/${file}`, 'a file named after its experiment: slow-view.json');
    return [];
  });
}

/** Paths as a tree, because rules of place are rules about folders. */
interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, string>;
}

const emptyFolder = (): Folder => ({ folders: new Map(), files: new Map() });

function folderOf(texts: Texts): Folder {
  const root = emptyFolder();
  for (const path of Object.keys(texts).sort()) {
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    let folder = root;
    for (const part of parts) {
      const inner = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, inner);
      folder = inner;
    }
    folder.files.set(file, texts[path] ?? '');
  }
  return root;
}

function textsOf(folder: Folder): Texts {
  const inner = [...folder.folders].flatMap(([name, child]) =>
    Object.entries(textsOf(child)).map(([path, text]) => [`${name}/${path}`, text] as const),
  );
  return Object.fromEntries([...folder.files, ...inner]);
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const list = (names: readonly string[]) => names.join(', ');
