/** What is there already is not written again: that would take selections and the focus with it. */
export function setText(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text;
}

export function setMarkup(part: HTMLElement, markup: string): void {
  if (part.innerHTML !== markup) part.innerHTML = markup;
}
