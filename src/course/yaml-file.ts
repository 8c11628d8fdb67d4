/** Reads YAML by a schema and says where in the text each mistake is. */
import type { z } from 'astro/zod';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Place, Report } from './diagnostic.ts';
import { issueWords } from './issue-words.ts';

export interface YamlFile<Value> {
  /** Missing when the text does not fit the schema; that has been reported. */
  readonly value: Value | undefined;
  /** What the text says, whether or not it fits the schema; missing when it is no YAML. */
  readonly data: unknown;
  /** Where the value at `path` (keys and indexes) begins; for what is not there, where it would belong. */
  place(path: readonly PropertyKey[]): Place;
}

export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Where the format is written, for `Diagnostic.read`. */
  readonly read: string;
}

export function readYaml<Schema extends z.ZodType>(
  { file, text, read }: YamlSource,
  schema: Schema,
  report: Report,
): YamlFile<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const place = (path: readonly PropertyKey[]) => placeOf(offsetOf(document.contents, path));

  // What comes after a place that is no YAML is guesswork, so only the first mistake counts.
  const [broken] = document.errors;
  if (broken) {
    const found = lowerFirst(broken.message);
    const spec = 'https://yaml.org/spec/1.2.2/';
    report({ ...placeOf(broken.pos[0]), expected: 'YAML', found, read: spec });
    return { value: undefined, data: undefined, place };
  }

  const data: unknown = document.toJS();
  const result = schema.safeParse(data);
  if (!result.success) {
    for (const issue of result.error.issues) {
      // An unknown key is itself the mistake, so its own place is shown rather than that of its map.
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
      for (const key of keys) {
        const path = key === undefined ? issue.path : [...issue.path, key];
        const offset =
          key === undefined
            ? offsetOf(document.contents, path)
            : keyOffset(document.contents, path);
        report({ ...placeOf(offset), ...issueWords(issue, data, key), read });
      }
    }
  }
  return { value: result.data, data, place };
}

/** Offset of the value at `path`, or of the nearest thing around it that exists. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = start(root) ?? 0;
  for (const key of path) {
    if (isMap(node)) node = node.items.find((pair) => keyIs(pair.key, key))?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
    else return offset;
    const next = start(node);
    if (next === undefined) return offset;
    offset = next;
  }
  return offset;
}

/** Offset of the last key of `path` itself. */
function keyOffset(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  for (const key of path.slice(0, -1)) {
    if (isMap(node)) node = node.items.find((pair) => keyIs(pair.key, key))?.value;
    else if (isSeq(node)) node = node.items[Number(key)];
  }
  const pair = isMap(node)
    ? node.items.find(({ key }) => keyIs(key, path.at(-1) ?? ''))
    : undefined;
  return start(pair?.key) ?? offsetOf(root, path);
}

const keyIs = (node: unknown, key: PropertyKey) =>
  isScalar(node) && String(node.value) === String(key);

const start = (node: unknown) => {
  if (isPair(node)) return undefined;
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
