/** What a lesson's MDX contains that others refer to, or that refers to others. */
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Place, Report } from './diagnostic.ts';
import { lessonComponents, namingOf } from './lesson-components.ts';
import { quote } from './names.ts';
import { createSlugs } from './slug.ts';

export interface LessonText {
  /** Ids that a link can end in. */
  readonly anchors: ReadonlySet<string>;
  /** Id of each heading to its text, in the order of the text. */
  readonly headings: ReadonlyMap<string, string>;
  /** Components in the order of the text; `name` is the value of the attribute that names a thing. */
  readonly uses: readonly {
    readonly component: string;
    readonly name: string;
    readonly place: Place;
  }[];
  readonly links: readonly Link[];
}

export interface Link {
  /** As its author wrote it. */
  readonly url: string;
  readonly place: Place;
}

/** What we need of a node of the tree; the types of the parser are those of its inside. */
interface TreeNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly TreeNode[];
}

const read = 'src/course/lesson-components.ts';

/**
 * `text` is a whole `lesson.mdx` with its front matter, so that places are those of the file.
 * Gives nothing when it is no MDX; that has been reported.
 */
export function readLessonText(file: string, text: string, report: Report): LessonText | undefined {
  const tree = parse(file, text, report);
  if (tree === undefined) return undefined;

  const slug = createSlugs();
  const anchors = new Set<string>();
  const headings = new Map<string, string>();
  const uses: LessonText['uses'][number][] = [];
  const links: Link[] = [];
  const placeOf = (node: TreeNode): Place => ({ file, ...startOf(node) });
  const mistake = (node: TreeNode, expected: string, found: string) =>
    report({ ...placeOf(node), expected, found, read });

  function useComponent(node: TreeNode, component: string): void {
    const naming = namingOf(component);
    if (naming === undefined) {
      mistake(node, `one of the components ${componentNames}`, `<${component}>`);
    } else if (naming !== null) {
      const name = attribute(node, naming.key);
      if (typeof name === 'string') uses.push({ component, name, place: placeOf(node) });
      else {
        const expected = `<${component} ${naming.key}="…"> with a plain text between the quotes`;
        mistake(node, expected, withoutText(component, name));
      }
    }
  }
  function useElement(node: TreeNode): void {
    const id = attribute(node, 'id');
    if (typeof id === 'string') anchors.add(id);
    const url = attribute(node, 'href');
    if (typeof url === 'string') links.push({ url, place: placeOf(node) });
  }
  function visit(node: TreeNode): void {
    switch (node.type) {
      case 'heading': {
        const id = slug(textOf(node));
        anchors.add(id);
        headings.set(id, textOf(node));
        break;
      }
      case 'link':
        links.push({ url: node.url ?? '', place: placeOf(node) });
        break;
      case 'mdxjsEsm': {
        const expected = 'no import and no export: a lesson is given its components by name';
        mistake(node, expected, quote(node.value?.split('\n', 1)[0] ?? ''));
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (/^[A-Z]/.test(node.name ?? '')) useComponent(node, node.name ?? '');
        else useElement(node);
        break;
    }
    for (const child of node.children ?? []) visit(child);
  }
  visit(tree);
  return { anchors, headings, uses, links };
}

function parse(file: string, text: string, report: Report): TreeNode | undefined {
  try {
    // Typographic quotes and dashes are part of a heading's text by the time Astro makes its id.
    return mdxToMdast(text, { features: { smartPunctuation: true } }) as TreeNode;
  } catch (error) {
    const help = 'https://mdxjs.com/docs/troubleshooting-mdx/';
    report({ file, ...parserWords(error), expected: 'MDX', read: help });
    return undefined;
  }
}

/** The links of a text field in Markdown, all placed where the field begins. */
export function markdownLinks(markdown: string, place: Place): Link[] {
  // Most fields have no link; parsing is only for those that may.
  if (!markdown.includes('](') && !markdown.includes(']:')) return [];
  const links: Link[] = [];
  const visit = (node: TreeNode): void => {
    if (node.type === 'link' && node.url !== undefined) links.push({ url: node.url, place });
    for (const child of node.children ?? []) visit(child);
  };
  visit(markdownToMdast(markdown) as TreeNode);
  return links;
}

const componentNames = Object.keys(lessonComponents)
  .map((name) => `<${name}>`)
  .join(', ');

const startOf = (node: TreeNode) => node.position?.start ?? { line: 1, column: 1 };

const textOf = (node: TreeNode): string =>
  (node.value ?? '') + (node.children ?? []).map(textOf).join('');

/** A text; `true` for an attribute without a value; `null` for an expression; missing where there is none. */
function attribute(node: TreeNode, key: string): string | true | null | undefined {
  const found = node.attributes?.find(
    ({ type, name }) => type === 'mdxJsxAttribute' && name === key,
  );
  if (found === undefined) return undefined;
  if (found.value === null || found.value === undefined) return true;
  return typeof found.value === 'string' ? found.value : null;
}

function withoutText(component: string, value: true | null | undefined): string {
  if (value === undefined) return `<${component}> without it`;
  return value === true ? 'no value' : 'an expression in braces';
}

/** The parser tells line and column at the start of its message: `3:1: Unexpected …`. */
function parserWords(error: unknown): { line: number; column: number; found: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column, words] =
    /^(\d+):(\d+): (.*?)(?: \(mdx-jsx:[\w-]+\))?$/s.exec(message) ?? [];
  return { line: Number(line ?? 1), column: Number(column ?? 1), found: words ?? message };
}
