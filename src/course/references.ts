/** Checks that what content points at exists. All of it is put off until everything was read. */
import type { Place } from './diagnostic.ts';
import { type Link, markdownLinks } from './lesson-text.ts';
import { createLinks, type Links } from './links.ts';
import { quote, unknown } from './names.ts';
import type { Reading } from './reading.ts';

/** Addresses as authors write them, whatever folder the site is served from. */
export const authorLinks: Links = createLinks('/');

/** Fields of YAML whose text is Markdown, so that code and outputs are not searched for links. */
const markdownFields: ReadonlySet<PropertyKey> = new Set([
  ...[
    'ask',
    'because',
    'breaks',
    'change',
    'changes',
    'claim',
    'correction',
    'decide',
    'definition',
    'explanation',
    'hints',
    'task',
  ],
  ...['otherwise', 'prompt', 'question', 'shows', 'summary', 'supports', 'text'],
  // of the decision guide
  ...['configure', 'django', 'gives', 'is', 'node', 'process', 'queue', 'remark', 'request'],
  ...['says', 'story', 'why'],
]);

/**
 * Checks the links in every Markdown field of `value`, which is shown on the page `page`;
 * and every `read` and `misconception` field.
 */
export function checkFields(
  value: unknown,
  place: (path: readonly PropertyKey[]) => Place,
  page: string,
  reading: Reading,
): void {
  const visit = (part: unknown, path: readonly PropertyKey[]): void => {
    if (typeof part === 'string') {
      const field = path.findLast((key) => typeof key === 'string') ?? '';
      if (field === 'read') checkParagraph(part, place(path), reading);
      if (field === 'misconception') checkMisconception(part, place(path), reading);
      if (!markdownFields.has(field)) return;
      for (const link of markdownLinks(part, place(path))) checkLink(link, page, reading);
    } else if (typeof part === 'object' && part !== null) {
      const list = Array.isArray(part);
      for (const [key, inner] of Object.entries(part))
        visit(inner, [...path, list ? Number(key) : key]);
    }
  };
  visit(value, []);
}

/** Checks a link of the page whose address is `page`, `/` being the site's root. Other sites are not asked. */
export function checkLink({ url, place }: Link, page: string, reading: Reading): void {
  reading.later(() => {
    if (/^(https?|mailto):/.test(url)) return;
    const read = 'src/course/links.ts';
    const { pathname, hash } = new URL(url, `https://site.invalid${page}`);
    const id = decodeURIComponent(hash.slice(1));
    if (!reading.pages.has(pathname)) {
      const expected = 'an address of this site, as in /the-question/the-slow-view/#anchor';
      reading.report({
        ...place,
        expected,
        found: linkWords(url, unknown(pathname, reading.pages.keys())),
        read,
      });
      return;
    }
    const ids = reading.pages.get(pathname);
    if (id !== '' && ids !== undefined && !ids.has(id)) {
      const expected = `the id of a heading of ${pathname}`;
      reading.report({
        ...place,
        expected,
        found: linkWords(url, unknown(id, ids)),
        read: anchorRule,
      });
    }
  });
}

/** Checks `lesson#anchor`, which leads from an answer to the paragraph that explains it. */
function checkParagraph(reference: string, place: Place, reading: Reading): void {
  reading.later(() => {
    const [lesson = '', anchor = ''] = reference.split('#', 2);
    const read = 'src/quiz/common-fields.ts, readField';
    if (!reading.names.lesson.check(lesson, place, read)) return;
    const ids = reading.anchors.get(lesson);
    if (ids === undefined || ids.has(anchor)) return;
    const found =
      anchor === '' ? `${quote(reference)}, which names no heading` : unknown(anchor, ids);
    reading.report({
      ...place,
      expected: `the id of a heading of the lesson ${lesson}`,
      found,
      read: anchorRule,
    });
  });
}

/** Checks a tag, by which a result tells which idea a reader holds. */
function checkMisconception(tag: string, place: Place, reading: Reading): void {
  reading.later(() => {
    reading.names.misconception.check(tag, place, 'src/quiz/quiz-file.ts, "misconceptions"');
  });
}

/** The part that is wrong, and the whole link where that is more than the part. */
const linkWords = (url: string, wrong: string) =>
  wrong.startsWith(quote(url)) ? wrong : `${wrong} in ${quote(url)}`;

const anchorRule = 'src/course/slug.ts: lower case, spaces as hyphens, no punctuation';
