import { progress } from '../progress/storage.ts';

/** The end of a lesson. When it comes into view, the lesson (`data-lesson`) counts as read. */
export class LessonEnd extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const lesson = this.dataset['lesson'];
    if (!lesson) return;
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.#observer?.disconnect();
      if (!progress.value.tables.lessons.has(lesson)) progress.add({ type: 'lesson-read', lesson });
    });
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define('lesson-end', LessonEnd);
