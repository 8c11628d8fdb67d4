/**
 * Events that the reader puts in order: by two buttons at each, or by dragging.
 * Its hidden inputs are what a form sends, in the order in which they stand. Its HTML is of QuestionField.astro.
 */
export class OrderList extends HTMLElement {
  #connection = new AbortController();
  #inFirstOrder: readonly HTMLElement[] = [];
  #said: HTMLElement | undefined;

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#inFirstOrder = this.#items;
    for (const item of this.#items) {
      if (item.querySelector('button')) continue;
      const handle = document.createElement('span');
      handle.className = 'handle';
      handle.ariaHidden = 'true';
      handle.textContent = '⠿';
      item.prepend(handle);
      item.append(moveButton(item, 'earlier', '↑'), moveButton(item, 'later', '↓'));
    }
    this.#said = this.querySelector<HTMLElement>('[aria-live]') ?? this.#makeLiveRegion();
    this.#showEnds();
    this.addEventListener('click', (event) => this.#clicked(event.target), { signal });
    this.addEventListener('pointerdown', (event) => this.#drag(event), { signal });
    this.closest('form')?.addEventListener('reset', () => this.#putBack(), { signal });
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  get #items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('li')];
  }

  #clicked(target: EventTarget | null): void {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('button[data-move]') : null;
    const item = button?.closest('li');
    if (!button || !item) return;
    const isEarlier = button.dataset['move'] === 'earlier';
    const neighbour = isEarlier ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (isEarlier) neighbour.before(item);
    else neighbour.after(item);
    this.#moved(item);
    // An element that is moved loses the focus.
    button.focus();
  }

  /** Follows one pointer from the handle until it is let go. */
  #drag(down: PointerEvent): void {
    const handle =
      down.target instanceof Element ? down.target.closest<HTMLElement>('.handle') : null;
    const item = handle?.closest('li');
    if (!handle || !item || down.button !== 0) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    item.classList.add('dragged');
    const before = this.#items;
    const dragging = new AbortController();
    const signal = AbortSignal.any([dragging.signal, this.#connection.signal]);
    handle.addEventListener('pointermove', ({ clientY }) => this.#moveTo(item, clientY), {
      signal,
    });
    const end = () => {
      dragging.abort();
      item.classList.remove('dragged');
      if (this.#items.some((each, index) => each !== before[index])) this.#moved(item);
    };
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      handle.addEventListener(type, end, { signal });
  }

  /** The others are moved around the one that is dragged: one that is taken out of the page would lose the pointer. */
  #moveTo(item: HTMLElement, y: number): void {
    const items = this.#items;
    const from = items.indexOf(item);
    for (const [to, other] of items.entries()) {
      const { top, bottom } = other.getBoundingClientRect();
      if (to === from || y < top || y > bottom) continue;
      // Past the middle, so that items of different height do not change places for ever.
      const middle = (top + bottom) / 2;
      if (to < from && y < middle) item.after(...items.slice(to, from));
      if (to > from && y > middle) item.before(...items.slice(from + 1, to + 1));
      this.#showEnds();
      return;
    }
  }

  #moved(item: HTMLElement): void {
    this.#showEnds();
    this.#noteMoved('yes');
    const place = this.#items.indexOf(item) + 1;
    if (this.#said)
      this.#said.textContent = `${textOf(item)}: now ${place} of ${this.#items.length}`;
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** An order that nobody has touched is no answer yet. */
  #noteMoved(value: 'yes' | ''): void {
    const moved = this.querySelector<HTMLInputElement>('input[name="moved"]');
    if (moved) moved.value = value;
  }

  #putBack(): void {
    this.#noteMoved('');
    this.querySelector('ol')?.append(...this.#inFirstOrder);
    this.#showEnds();
    if (this.#said) this.#said.textContent = '';
  }

  /** A button stays focusable where it has nowhere to move to, so that no focus is lost at the ends. */
  #showEnds(): void {
    const items = this.#items;
    for (const [index, item] of items.entries()) {
      for (const button of item.querySelectorAll<HTMLElement>('button[data-move]')) {
        const end = button.dataset['move'] === 'earlier' ? 0 : items.length - 1;
        button.ariaDisabled = String(index === end);
      }
    }
  }

  #makeLiveRegion(): HTMLElement {
    const said = document.createElement('span');
    said.className = 'visually-hidden';
    said.ariaLive = 'polite';
    this.append(said);
    return said;
  }
}

const textOf = (item: Element): string => item.querySelector('.event')?.textContent?.trim() ?? '';

function moveButton(item: Element, move: 'earlier' | 'later', arrow: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['move'] = move;
  button.ariaLabel = `Move ${textOf(item)} ${move}`;
  button.textContent = arrow;
  return button;
}

customElements.define('order-list', OrderList);
