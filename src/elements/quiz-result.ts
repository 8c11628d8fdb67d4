import { ideasHeld, missed, type Round } from '../quiz/round.ts';

/**
 * What a round of a quiz has shown: how many answers were right, the ideas behind the wrong ones, where to read.
 * All ideas and questions stand in its template, of QuizResult.astro; it shows those that the round is about.
 */
export class QuizResult extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    template?.replaceWith(template.content);
  }

  /** `total` is how many questions the quiz has; those that the round does not ask were right before. */
  show(round: Round, total: number): void {
    const wrong = missed(round);
    this.#write('.score', score(round, total));
    this.#only('.ideas', 'idea', ideasHeld(round));
    this.#only('.missed', 'question', wrong);
    this.#write('.ask-missed', `Ask again what I missed (${wrong.length})`);
    const askMissed = this.querySelector<HTMLElement>('.ask-missed');
    if (askMissed) askMissed.hidden = wrong.length === 0;
  }

  #write(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place) place.textContent = text;
  }

  /** Shows the list's items of these `names`, in this order, and no list without items. */
  #only(selector: string, key: 'idea' | 'question', names: readonly string[]): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) return;
    part.hidden = names.length === 0;
    const items = [...part.querySelectorAll<HTMLElement>('li')];
    for (const item of items) item.hidden = !names.includes(item.dataset[key] ?? '');
    for (const name of names) {
      const item = items.find((each) => each.dataset[key] === name);
      item?.parentElement?.append(item);
    }
  }
}

function score({ asked, answers }: Round, total: number): string {
  if (asked.length === 0)
    return total === 1
      ? 'You have answered its question right.'
      : `You have answered all ${total} questions right.`;
  const right = [...answers.values()].filter(({ correct }) => correct).length;
  const before = total - asked.length;
  const rest = before > 0 ? ` The other ${before} you had answered right before.` : '';
  return `${right} of ${asked.length} right at the first answer.${rest}`;
}

customElements.define('quiz-result', QuizResult);
