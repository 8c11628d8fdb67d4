/** Code as lines of HTML, before the real editor is there: reading it back, and showing another text in it. */

/** The text of a `<pre>` that the reader may have edited: browsers put in `<br>` for some line ends. */
export function textOf(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof HTMLBRElement) text += '\n';
    else text += textOf(child);
  }
  return text;
}

/** Where the selection begins and ends in the text of `root`, when it is inside. */
export function selectionIn(root: Element): { anchor: number; head: number } | undefined {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return undefined;
  if (!root.contains(anchorNode) || !root.contains(focusNode)) return undefined;
  return {
    anchor: offsetOf(root, anchorNode, selection.anchorOffset),
    head: offsetOf(root, focusNode, selection.focusOffset),
  };
}

function offsetOf(root: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return textOf(range.cloneContents()).length;
}

/** The highlighted lines that the server sent, by their text. */
export function highlightedLines(code: Element): ReadonlyMap<string, Element> {
  const lines = Array.from(code.querySelectorAll('.line'));
  return new Map(lines.map((line) => [textOf(line), line.cloneNode(true) as Element]));
}

/** Shows a text as lines, those of the original in their colours. */
export function showText(
  code: Element,
  text: string,
  highlighted: ReadonlyMap<string, Element>,
): void {
  code.replaceChildren(
    ...text.split('\n').flatMap((line, index) => {
      const known = highlighted.get(line)?.cloneNode(true);
      const element =
        known ??
        Object.assign(document.createElement('span'), { className: 'line', textContent: line });
      return index === 0 ? [element] : ['\n', element];
    }),
  );
}
