import { expect, test } from 'vitest';
import { markShortCode } from '../../src/course/short-code.ts';

test('marks code in which a line should not break, by what is read of it', () => {
  const long = 'performance.now() &lt; start + ms';
  expect(markShortCode(`<p><code>await null</code>, <code>${long}</code></p>`)).toBe(
    `<p><code class="short">await null</code>, <code>${long}</code></p>`,
  );
  expect(markShortCode('<code>a &lt; b &amp;&amp; b &lt; c12345678</code>')).toContain('short');
});

test('leaves blocks as they are', () => {
  const block = '<pre><code class="language-ts">x</code></pre><pre><code>two\nlines</code></pre>';
  expect(markShortCode(block)).toBe(block);
});
