/** What the code promises about itself. Each rule gives its complaints: none where all is well. */
import { posix } from 'node:path';
import type { CodeMap } from './map.ts';
import type { Source } from './sources.ts';

const MOST_LINES = 350;

/** `folders` are those that exist in `src/`. */
export function mapIsTrue(map: CodeMap, folders: readonly string[]): string[] {
  return [
    ...folders
      .filter((folder) => !map.folders.includes(folder))
      .map((folder) => `src/${folder}/ is missing in the map of src/README.md`),
    ...map.folders
      .filter((folder) => !folders.includes(folder))
      .map((folder) => `src/README.md lists ${folder}/, which does not exist`),
  ];
}

/** The import table of `src/README.md`. */
export function importsGoDown({ mayImport }: CodeMap, sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const from = unitOf(path);
    return imports.flatMap(({ specifier, typesOnly, dynamic, inScript }) => {
      if (!specifier.startsWith('.')) return [];
      const to = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
      if (!to.startsWith('src/')) return [`${path} imports ${to} from outside of src/`];
      if (unitOf(to) === from) {
        const part = partOf(path);
        const within = part === partOf(to) ? undefined : mayImport.get(part);
        if (!within) return [];
        return within.some((target) => covers(target.path, to))
          ? []
          : [`${path} may not import ${to}`];
      }
      // The one that knows which engines exist loads one when it is asked for.
      if (path === 'src/sandbox/registry.ts' && unitOf(to).startsWith('sandbox/')) {
        return typesOnly || dynamic ? [] : [`${path} imports ${to} before it is asked for`];
      }
      // What lies in src/ itself binds Astro to the formats.
      if (from === '') return unitOf(to) === 'course' ? [] : [`${path} may not import ${to}`];
      const generic = from.replace(/\/.*/, '/*');
      const targets = mayImport.get(from) ?? mayImport.get(generic) ?? [];
      const allowed = targets.filter((target) => covers(target.path, to));
      if (inScript && !typesOnly && !reachesReaders(mayImport, to)) {
        return [`${path} sends ${to} to readers' browsers`];
      }
      if (allowed.length === 0) return [`${path} may not import ${to}`];
      return typesOnly || allowed.some((target) => !target.typesOnly)
        ? []
        : [`${path} may import only types of ${to}`];
    });
  });
}

/** A `<script>` may import elements and what elements may; and a page that serves an engine's document, the engine. */
function reachesReaders(mayImport: CodeMap['mayImport'], to: string): boolean {
  const targets = mayImport.get('elements') ?? [];
  return /^(elements$|sandbox\/)/.test(unitOf(to)) || targets.some(({ path }) => covers(path, to));
}

/** The folder of `src/` that a file belongs to: `course`, `sandbox`, but `sandbox/browser` for what lies deeper there. */
function unitOf(path: string): string {
  const [folder = '', inner = '', ...rest] = path.split('/').slice(1);
  if (inner === '') return '';
  return folder === 'sandbox' && rest.length > 0 ? `${folder}/${inner}` : folder;
}

/** The folder in an engine that a file belongs to, however deep it lies: `sandbox/browser/host`. */
function partOf(path: string): string {
  const folders = path.split('/').slice(1, -1);
  return folders.length < 3 ? '' : folders.slice(0, 3).join('/');
}

function covers(target: string, file: string): boolean {
  if (target.endsWith('.ts')) return file === `src/${target}`;
  const unit = unitOf(file);
  return target.endsWith('/*')
    ? unit.startsWith(target.slice(0, -1))
    : [unit, partOf(file)].includes(target);
}

/** The DOM, storage, clocks, chance, the network, Node. */
const impure = new Set([
  ...[
    'document',
    'window',
    'self',
    'globalThis',
    'navigator',
    'location',
    'history',
    'customElements',
  ],
  ...[
    'HTMLElement',
    'Element',
    'Node',
    'CustomEvent',
    'Event',
    'EventTarget',
    'DOMParser',
    'matchMedia',
  ],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel'],
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker',
    'MessageChannel',
    'postMessage',
  ],
  ...['performance', 'Date.now', 'new Date()', 'setTimeout', 'setInterval', 'setImmediate'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'Math.random', 'crypto', 'console'],
  ...['process', 'Buffer', 'require', 'global'],
]);

export function pureFoldersArePure({ pure }: CodeMap, sources: readonly Source[]): string[] {
  return pure.flatMap(({ folder, except }) =>
    sources
      .filter(
        ({ path }) => path.startsWith(`src/${folder}/`) && !except.includes(posix.basename(path)),
      )
      .flatMap(({ path, imports, globals }) => [
        ...imports
          .filter(({ specifier }) => specifier.startsWith('node:'))
          .map(({ specifier }) => `${path} is pure and imports ${specifier}`),
        ...globals
          .filter((name) => impure.has(name) || impure.has(name.split('.', 1)[0] ?? ''))
          .map((name) => `${path} is pure and uses ${name}`),
      ]),
  );
}

/** A string that is a storage's name is no touch of it: the browser engine lists what it takes away from programs. */
export function oneFileStores(sources: readonly Source[]): string[] {
  const name = /^(localStorage|sessionStorage|indexedDB)$/;
  const use = /\b(localStorage|sessionStorage|indexedDB)\s*[.[]/;
  return sources
    .filter(
      ({ path, identifiers, strings }) =>
        path !== 'src/progress/storage.ts' &&
        (identifiers.some((each) => name.test(each)) || strings.some((each) => use.test(each))),
    )
    .map(({ path }) => `${path} touches stored state, which only src/progress/storage.ts may`);
}

/** A file in `elements/` whose name has a hyphen, as a tag must, defines that tag and exports its class. */
export function elementsAreNamedAfterTheirTags(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const [, file] = /^src\/elements\/([a-z0-9]+(?:-[a-z0-9]+)+)\.ts$/.exec(path) ?? [];
    const defined = [...text.matchAll(/customElements\s*\.define\(\s*'([^']+)'\s*,\s*(\w+)/g)];
    const strangers = defined
      .filter(([, tag]) => tag !== file)
      .map(([, tag]) => `${path} defines <${tag}>`);
    if (file === undefined) return strangers;
    const name = file.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const own = defined.some(([, tag, className]) => tag === file && className === name);
    return [
      ...strangers,
      ...(own ? [] : [`${path} does not define <${file}> by the class ${name}`]),
      ...(new RegExp(`^export class ${name}\\b`, 'm').test(text)
        ? []
        : [`${path} does not export ${name}`]),
    ];
  });
}

/** A component's style lives in it, and is counted by itself. */
export function filesAreShort(sources: readonly { path: string; text: string }[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const styles = path.endsWith('.astro') ? (text.match(/^<style.*?^<\/style>$/gms) ?? []) : [];
    const rest = styles.reduce((left, style) => left.replace(style, ''), text);
    return [rest, ...styles].flatMap((part) => {
      const lines = part.trim().split('\n').length;
      return lines > MOST_LINES ? [`${path} has ${lines} lines; ${MOST_LINES} are the most`] : [];
    });
  });
}

/** The built-in modules of an engine have the names that Node gives them: `node:util` is one. */
export function namesSayWhatIsInside(paths: readonly string[]): string[] {
  const drawer = /^(.*-)?(utils?|helpers?|commons?|misc|stuff|lib)$/;
  // Node has a module of that name, and the contract a group about it.
  const isNodes = /\/builtins\/|^tests\/engine\/cases\/util\//;
  return paths
    .filter((path) => !isNodes.test(path))
    .filter((path) => path.split('/').some((part) => drawer.test(part.replace(/\..*$/, ''))))
    .map((path) => `${path} has the name of a drawer`);
}

/** Packages that nothing imports, and what they are there for. */
export type Reasons = Readonly<Record<string, string>>;

/** Every package is imported or has a reason, and every import is of a package that is listed. */
export function packagesAreUsed(
  dependencies: readonly string[],
  reasons: Reasons,
  sources: readonly Source[],
): string[] {
  const used = new Map<string, string>();
  for (const { path, imports } of sources) {
    for (const { specifier } of imports) {
      if (/^(\.|node:|virtual:|astro:|#)/.test(specifier)) continue;
      used.set(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'), path);
    }
  }
  const listed = new Set(dependencies);
  return [
    ...dependencies
      .filter((name) => !used.has(name) && reasons[name] === undefined)
      .map((name) => `package.json lists ${name}, which nothing uses`),
    ...[...used]
      .filter(([name]) => !listed.has(name))
      .map(([name, path]) => `${path} imports ${name}, which package.json does not list`),
    ...Object.keys(reasons)
      .filter((name) => !listed.has(name) || used.has(name))
      .map((name) => `${name} needs no reason in tests/tidy.test.ts any more`),
  ];
}
