/**
 * `<prediction-form>`: what the reader expects, committed before the run or left out openly.
 *
 * Around a `<form>` with one `input[name=prediction]` (a number) or several (radios, whose values are JSON, each with
 * its words in the element behind it), a submit button, a `button.without`, a `button.again` and a `.made` for the words.
 * Sends `guess` (bubbling, with the {@link Guess} as its detail) when the reader decides.
 */
import type { Guess, Value } from './panel/prediction.ts';
import { required } from './required.ts';

export class PredictionForm extends HTMLElement {
  #guess: Guess = { type: 'open' };
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#form.addEventListener('submit', this.#commit, { signal });
    this.#button('.without').addEventListener('click', () => this.#decide({ type: 'skipped' }), {
      signal,
    });
    this.#button('.again').addEventListener(
      'click',
      () => {
        this.#decide({ type: 'open' });
        const input = this.#form.querySelector<HTMLInputElement>('input:checked, input');
        input?.focus();
        // The next digit typed begins a new number.
        if (input?.type === 'number') input.select();
      },
      { signal },
    );
    this.#show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  get guess(): Guess {
    return this.#guess;
  }

  /** Setting it sends no event. */
  set guess(guess: Guess) {
    this.#guess = guess;
    if (guess.type === 'made') this.#fillIn(guess.value);
    this.#show();
  }

  /** The words of the option that has this value, as they stand beside it; undefined where there is none. */
  optionInWords(value: Value): DocumentFragment | undefined {
    const radio = [...this.#form.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
      (each) => each.value === JSON.stringify(value),
    );
    const words = radio?.nextElementSibling;
    if (!words) return undefined;
    const copy = document.createDocumentFragment();
    copy.append(...words.cloneNode(true).childNodes);
    return copy;
  }

  readonly #commit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = this.#form.querySelector<HTMLInputElement>('input[type=number], input:checked');
    if (!input?.value) return;
    const value: Value = input.type === 'number' ? input.valueAsNumber : JSON.parse(input.value);
    this.#decide({ type: 'made', value });
  };

  #decide(guess: Guess): void {
    this.guess = guess;
    this.dispatchEvent(new CustomEvent<Guess>('guess', { detail: guess, bubbles: true }));
  }

  #fillIn(value: Value): void {
    for (const input of this.#form.querySelectorAll('input')) {
      if (input.type === 'number') input.value = String(value);
      else input.checked = input.value === JSON.stringify(value);
    }
  }

  #show(): void {
    const open = this.#guess.type === 'open';
    required(this, 'fieldset', HTMLFieldSetElement).disabled = !open;
    this.dataset['guess'] = this.#guess.type;
    required(this, '.made', HTMLElement).textContent = words[this.#guess.type];
  }

  get #form(): HTMLFormElement {
    return required(this, 'form', HTMLFormElement);
  }

  #button(selector: string): HTMLButtonElement {
    return required(this, `button${selector}`, HTMLButtonElement);
  }
}

const words: Record<Guess['type'], string> = {
  open: '',
  made: 'Prediction made.',
  skipped: 'Prediction skipped.',
};

customElements.define('prediction-form', PredictionForm);
