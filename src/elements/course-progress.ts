import { progress } from '../progress/storage.ts';

/** Marks the links inside it to lessons that this reader has read (`data-lesson`) and to quizzes that are answered (`data-questions`, their ids). */
export class CourseProgress extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    this.#leave = progress.subscribe(({ tables }) => {
      for (const link of this.querySelectorAll<HTMLElement>('[data-lesson]'))
        mark(link, 'read', tables.lessons.has(link.dataset['lesson'] ?? ''));
      for (const link of this.querySelectorAll<HTMLElement>('[data-questions]')) {
        const ids = link.dataset['questions']?.split(' ') ?? [];
        mark(
          link,
          'done',
          ids.every((id) => tables.questions.has(id)),
        );
      }
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

function mark(link: HTMLElement, word: string, isDone: boolean): void {
  const present = link.querySelector('.read-mark');
  if (!isDone) present?.remove();
  else if (!present) {
    const sign = document.createElement('span');
    sign.className = 'read-mark';
    sign.textContent = word;
    link.append(sign);
  }
}

customElements.define('course-progress', CourseProgress);
