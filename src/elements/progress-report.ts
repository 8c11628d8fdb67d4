import { progress } from '../progress/storage.ts';
import {
  type AskedQuestion,
  ideasStillHeld,
  type Part,
  type Tally,
  tally,
} from '../progress/tally.ts';

/**
 * What a reader has done, in figures: fills the cells of a table whose rows say in `data-part` what there is to do,
 * and shows of all ideas in the course those that the reader's last answers have shown. Its HTML is of the page `/progress/`.
 */
export class ProgressReport extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    this.#leave = progress.subscribe((state) => {
      const questions: AskedQuestion[] = [];
      for (const row of this.querySelectorAll<HTMLElement>('[data-part]')) {
        const part: Part = JSON.parse(row.dataset['part'] ?? '{}');
        const done = tally(state, part);
        questions.push(...part.questions);
        for (const cell of row.querySelectorAll<HTMLElement>('[data-of]')) {
          const name = cell.dataset['of'] as keyof Tally;
          cell.textContent = words(done[name], part[name].length);
          cell.toggleAttribute('data-done', done[name] === part[name].length && done[name] > 0);
        }
      }
      this.#showIdeas(ideasStillHeld(state, questions));
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  #showIdeas(ideas: readonly string[]): void {
    const part = this.querySelector<HTMLElement>('.ideas');
    if (part) part.hidden = ideas.length === 0;
    for (const item of this.querySelectorAll<HTMLElement>('[data-idea]'))
      item.hidden = !ideas.includes(item.dataset['idea'] ?? '');
  }
}

const words = (done: number, of: number): string =>
  of === 0 ? '–' : of === 1 ? (done === 1 ? 'yes' : 'not yet') : `${done} of ${of}`;

customElements.define('progress-report', ProgressReport);
