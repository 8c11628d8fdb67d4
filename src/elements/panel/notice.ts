/** A sentence to the reader with what can be done about it, in a panel's `.notice`. */
export interface Notice {
  readonly text: string;
  readonly actions: readonly { readonly label: string; act(): void }[];
}

/** Shows a notice, or takes it away. An action takes it away first. */
export function showNotice(place: HTMLElement, notice?: Notice): void {
  place.hidden = notice === undefined;
  if (!notice) {
    place.replaceChildren();
    return;
  }
  const text = Object.assign(document.createElement('p'), { textContent: notice.text });
  const buttons = notice.actions.map(({ label, act }) => {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: label,
    });
    button.addEventListener('click', () => {
      showNotice(place);
      act();
    });
    return button;
  });
  place.replaceChildren(text, ...buttons);
}
