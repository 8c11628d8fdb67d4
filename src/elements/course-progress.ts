import { progress } from '../progress/storage.ts';

/** Marks the links to lessons (`data-lesson`) inside it that this reader has read. */
export class CourseProgress extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    this.#leave = progress.subscribe(({ tables }) => {
      for (const link of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
        const read = tables.lessons.has(link.dataset['lesson'] ?? '');
        const mark = link.querySelector('.read-mark');
        if (read && !mark) link.append(newMark());
        if (!read) mark?.remove();
      }
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

function newMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'read-mark';
  mark.textContent = 'read';
  return mark;
}

customElements.define('course-progress', CourseProgress);
