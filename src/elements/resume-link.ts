import { progress } from '../progress/storage.ts';

interface Stop {
  readonly lesson: string;
  readonly title: string;
  readonly href: string;
  /** Names of its experiments and ids of its questions: having done one of them is having begun the lesson. */
  readonly parts: readonly string[];
}

/**
 * "Start with lesson 1.1" becomes "Go on with …" once something was begun: the first lesson that is not read to its end.
 * The lessons in order come as JSON in a script inside it.
 */
export class ResumeLink extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    const stops: readonly Stop[] = JSON.parse(this.querySelector('script')?.textContent ?? '[]');
    this.#leave = progress.subscribe(({ tables }) => {
      const begun = stops.some(
        ({ lesson, parts }) =>
          tables.lessons.has(lesson) ||
          parts.some((part) => tables.experiments.has(part) || tables.questions.has(part)),
      );
      const next = stops.find(({ lesson }) => !tables.lessons.has(lesson));
      if (!link || !begun || !next) return;
      link.href = next.href;
      link.textContent = `Go on where you were: ${next.title}`;
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

customElements.define('resume-link', ResumeLink);
