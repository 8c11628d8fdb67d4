/** No more letters than fit on a line of the narrowest page, also inside of a list. */
const MOST_LETTERS = 24;

/** Whether a piece of code in running text is so short that a line should not break in it. `html` is what is in it. */
export const isShortCode = (html: string): boolean =>
  html.replace(/&[^;]+;/g, '.').length <= MOST_LETTERS && !/[<\n]/.test(html);

/** Marks such pieces in HTML that Markdown has become, for the style sheet: `<code class="short">await null</code>`. */
export const markShortCode = (html: string): string =>
  html.replace(/<code>([^<]*)<\/code>/g, (whole, code: string) =>
    isShortCode(code) ? `<code class="short">${code}</code>` : whole,
  );
