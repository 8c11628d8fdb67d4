import { addressOf, readAddress } from '../decision/address.ts';
import { type Answers, decidingRule, fits, possiblePlaces } from '../decision/decide.ts';
import { type DecisionData, decisionData } from './decision/decision-data.ts';

/**
 * The decision guide: as questions are answered, places are ruled out until one is left, and that one is shown with
 * what the answers mean for it. The answers stand in the address, which can be kept, sent and gone back from.
 * All words are in the HTML; this only says which of them are for these answers.
 */
export class DecisionGuide extends HTMLElement {
  #connection = new AbortController();
  #data: DecisionData = { questions: [], rules: [], tensions: [], places: {} };
  #answers: Answers = {};
  /** The reader wants to see every place, or followed a link to one that is not decided. */
  #showsAll = false;

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#data = decisionData(this);
    this.addEventListener('change', ({ target }) => this.#answered(target), { signal });
    this.addEventListener('click', ({ target }) => this.#pressed(target), { signal });
    this.addEventListener('submit', (event) => event.preventDefault(), { signal });
    addEventListener('hashchange', () => this.#readAddress(), { signal });
    this.#readAddress();
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  /** Takes over the answers of an address, if it speaks of any; else what is answered stays as it is. */
  #readAddress(): void {
    const read = readAddress(this.#data, location.hash);
    if (read) this.#answers = read.answers;
    this.#write(
      '.trouble',
      read && read.troubles.length > 0
        ? `Not everything in this link could be understood. ${read.troubles.join(' ')} What could be understood is answered below.`
        : '',
    );
    for (const input of this.querySelectorAll('input'))
      input.checked = this.#answers[input.name] === input.value;
    const place = read
      ? null
      : this.querySelector<HTMLElement>(`article[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (place) this.#showsAll = true;
    this.#draw();
    place?.scrollIntoView();
  }

  #answered(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !target.checked) return;
    this.#keep({ ...this.#answers, [target.name]: target.value });
  }

  #keep(answers: Answers): void {
    this.#answers = answers;
    this.#showsAll = false;
    this.#write('.trouble', '');
    const address = addressOf(this.#data, answers);
    history.replaceState(history.state, '', address || location.pathname + location.search);
    this.#draw();
  }

  #pressed(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.matches('.all')) {
      this.#showsAll = true;
      this.#draw();
      this.querySelector<HTMLElement>('article')?.focus();
    }
    if (button?.matches('.again')) {
      for (const input of this.querySelectorAll('input')) input.checked = false;
      this.#keep({});
      this.querySelector('input')?.focus();
    }
    if (button?.matches('.copy')) void this.#copy();
  }

  async #copy(): Promise<void> {
    const link = new URL(addressOf(this.#data, this.#answers), location.href).href;
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    this.#write(
      '.copied',
      copied
        ? 'Copied. The link holds your answers, and nothing else.'
        : 'The browser did not let the page copy. The link is in the address bar.',
    );
  }

  #draw(): void {
    const { questions, tensions, rules, places } = this.#data;
    const answers = this.#answers;
    const left = possiblePlaces(this.#data, answers);
    const [only] = left.length === 1 ? left : [];
    const open = questions.filter(({ id }) => answers[id] === undefined);

    for (const row of this.#all('.left li')) {
      const isOut = !left.includes(row.dataset['place'] ?? '');
      const state = isOut ? 'out' : row.dataset['place'] === only ? 'decided' : '';
      row.dataset['state'] = state;
      this.#show('.out', isOut, row);
    }
    for (const article of this.#all('article')) {
      article.hidden = !this.#showsAll && article.dataset['place'] !== only;
    }
    for (const words of this.#all('[data-answer]')) {
      const answer = answers[words.dataset['question'] ?? ''];
      words.hidden = answer !== undefined && answer !== words.dataset['answer'];
    }
    for (const words of this.#all('[data-tension]')) {
      const tension = tensions[Number(words.dataset['tension'])];
      words.hidden = !tension || !fits(tension.when, answers);
    }
    const rule = open.length === 0 ? decidingRule(rules, answers) : undefined;
    this.#mark(rule === undefined ? -1 : rules.indexOf(rule));
    this.#show('.undecided', only === undefined && !this.#showsAll);
    this.#show('.actions', open.length < questions.length);
    this.#write('.copied', '');
    this.#write(
      '.standing',
      standing(places[only ?? ''], left.length, Object.keys(places).length, open.length),
    );
  }

  /** Marks the row of the table that decides, and says its reason at the place. */
  #mark(index: number): void {
    this.querySelectorAll('tbody tr').forEach((row, position) => {
      row.toggleAttribute('aria-current', position === index);
      if (position === index) row.setAttribute('aria-current', 'true');
      this.#show('.fits', position === index, row);
    });
    const reason = this.querySelectorAll('tbody tr .because')[index]?.textContent ?? '';
    for (const words of this.#all('article > .because')) {
      words.textContent = reason;
      words.hidden = reason === '';
    }
  }

  #all(selector: string): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>(selector);
  }

  #show(selector: string, shown: boolean, root: ParentNode = this): void {
    const part = root.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !shown;
  }

  #write(selector: string, text: string): void {
    const part = this.querySelector(selector);
    if (part && part.textContent !== text) part.textContent = text;
  }
}

function standing(decided: string | undefined, left: number, all: number, open: number): string {
  const questions = open === 1 ? '1 question is' : `${open} questions are`;
  if (decided !== undefined && open === 0) return `Decided: ${decided}.`;
  if (decided !== undefined)
    return `Only one place is left: ${decided}. ${questions} still open; they say what to configure.`;
  return left === all
    ? `All ${all} places are possible.`
    : `${left} of ${all} places are left, and ${questions} open.`;
}

customElements.define('decision-guide', DecisionGuide);
