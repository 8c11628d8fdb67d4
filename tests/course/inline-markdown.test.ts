import { expect, it } from 'vitest';
import { inlineMarkdown } from '../../src/course/inline-markdown.ts';

it.each([
  ['**Only** the `first`.', '<strong>Only</strong> the <code>first</code>.'],
  ['12. The others are late.', '12. The others are late.'],
  ['12) and more', '12) and more'],
  ['12', '12'],
  ['12.5 ms', '12.5 ms'],
  ['- 3 ms', '- 3 ms'],
  ['* as it comes', '* as it comes'],
  ['*None* of them.', '<em>None</em> of them.'],
  ['# is a comment', '# is a comment'],
  ['> 300 ms', '&gt; 300 ms'],
  ['  Four.\n', 'Four.'],
  ['one line\nand another', 'one line\nand another'],
])('%j is a part of a sentence', (text, html) => {
  expect(inlineMarkdown(text)).toBe(html);
});

it('is no place for two paragraphs', () => {
  expect(() => inlineMarkdown('One.\n\nTwo.')).toThrow('Expected Markdown of one paragraph');
});
