import { markdownToHtml } from 'satteri';

/**
 * Markdown of one paragraph as HTML without the paragraph, for places where a paragraph may not stand: labels, legends,
 * links. What would begin a list, a heading or a quotation elsewhere begins a sentence here: "12. The others are late."
 * Throws where there is more than one paragraph; `sentence` in schema.ts has told the author.
 */
export function inlineMarkdown(text: string): string {
  const { html } = markdownToHtml(inOneParagraph(text), { features: { smartPunctuation: true } });
  const [, paragraph] = /^<p>((?:(?!<p>).)*)<\/p>\s*$/s.exec(html) ?? [];
  if (paragraph === undefined)
    throw new Error(`Expected Markdown of one paragraph, found ${JSON.stringify(text)}`);
  return paragraph;
}

const inOneParagraph = (text: string): string =>
  text
    .trim()
    .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\')
    .replace(/^(?=(#{1,6}|[-+*])(\s|$)|>)/, '\\');
