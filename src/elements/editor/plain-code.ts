/** Code as lines of HTML, as the server sends it, and how to show another text in its place. */

/** The highlighted lines, by their text. */
export function highlightedLines(code: Element): ReadonlyMap<string, Element> {
  const lines = Array.from(code.querySelectorAll('.line'));
  return new Map(lines.map((line) => [line.textContent, line.cloneNode(true) as Element]));
}

/** Shows a text as lines, those of the original in their colours. */
export function showText(
  code: Element,
  text: string,
  highlighted: ReadonlyMap<string, Element>,
): void {
  code.replaceChildren(
    ...text.split('\n').flatMap((line, index) => {
      const element = highlighted.get(line)?.cloneNode(true) ?? plainLine(line);
      return index === 0 ? [element] : ['\n', element];
    }),
  );
}

function plainLine(text: string): Element {
  return Object.assign(document.createElement('span'), { className: 'line', textContent: text });
}
