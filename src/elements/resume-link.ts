import { progress } from '../progress/storage.ts';

interface Stop {
  /** Missing where it is a section quiz. */
  readonly lesson?: string;
  readonly title: string;
  readonly href: string;
  /** Names of its experiments and ids of its questions: having done one of them is having begun it. */
  readonly parts: readonly string[];
}

/**
 * "Start with lesson 1.1" becomes "Go on where you were" once something was begun: the first lesson that is not read
 * to its end, or section quiz that is not answered. What there is, in order, comes as JSON in a script inside it.
 */
export class ResumeLink extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    const stops: readonly Stop[] = JSON.parse(this.querySelector('script')?.textContent ?? '[]');
    this.#leave = progress.subscribe(({ tables }) => {
      const isDone = ({ lesson, parts }: Stop) =>
        lesson === undefined
          ? parts.every((id) => tables.questions.has(id))
          : tables.lessons.has(lesson);
      const isBegun = (stop: Stop) =>
        isDone(stop) ||
        stop.parts.some((part) => tables.experiments.has(part) || tables.questions.has(part));
      if (!link || !stops.some(isBegun)) return;
      const next = stops.find((stop) => !isDone(stop));
      const first = stops[0];
      if (next) {
        link.href = next.href;
        link.textContent = `Go on where you were: ${next.title}`;
      } else if (first) {
        link.href = first.href;
        link.textContent = `You have done all that there is so far. Once more: ${first.title}`;
      }
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

customElements.define('resume-link', ResumeLink);
