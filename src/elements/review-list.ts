import { attemptsAt } from '../progress/progress.ts';
import { type Review, reviewOf } from '../progress/review.ts';
import { progress } from '../progress/storage.ts';

/** At once on the page. A long list is a reason to put it off. */
const MAX_SHOWN = 12;

interface Scheduled {
  readonly template: HTMLTemplateElement;
  /** The question and its variants, in the order in which they are asked. */
  readonly forms: readonly { readonly id: string; readonly revision: number }[];
  readonly review: Review;
}

/**
 * The questions that are due today, each as it stands in the course or as a variant of it.
 * All questions of the course lie in its templates, of the page `/review/`; it brings out those that are due.
 */
export class ReviewList extends HTMLElement {
  #connection = new AbortController();

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // A review is a good thing to do on a train: what checks answers is here before the network is gone.
    void Promise.all([import('./quiz/grading.ts'), import('./order-list.ts')]).catch(() => {});
    this.#draw();
    this.addEventListener('question-answered', ({ target }) => this.#answered(target), { signal });
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('.more')) this.#draw();
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  /** What is due, drawn once: a question that was answered stays, with what was said about it. */
  #draw(): void {
    const all = this.#scheduled();
    const today = dayOf(Date.now());
    const due = all.filter(({ review }) => review.dueDay !== undefined && review.dueDay <= today);
    const shown = due.slice(0, MAX_SHOWN);
    const list = this.querySelector('.due');
    list?.replaceChildren(...shown.map(formOf));
    this.#write('.count', countWords(due.length, all.length));
    this.#write('.next', due.length > 0 ? '' : nextWords(all, today));
    const more = this.querySelector<HTMLElement>('.more');
    if (more) more.hidden = due.length <= MAX_SHOWN;
  }

  /** Under a question that was just answered stands when it comes back. */
  #answered(target: EventTarget | null): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('li[data-review]') : null;
    const scheduled = this.#scheduled().find(
      ({ template }) => template.dataset['review'] === item?.dataset['review'],
    );
    const place = item?.querySelector('.comes-back');
    if (!scheduled || !place) return;
    const { dueDay } = scheduled.review;
    place.textContent =
      dueDay === undefined
        ? 'Answered right after 1, 3 and 7 days: it does not come back.'
        : `Comes back ${inDays(dueDay - dayOf(Date.now()))}.`;
  }

  #scheduled(): readonly Scheduled[] {
    const today = dayOf(Date.now());
    return [...this.querySelectorAll<HTMLTemplateElement>('template[data-review]')].flatMap(
      (template) => {
        const forms = formsOf(template);
        const attempts = forms
          .flatMap(({ id, revision }) => attemptsAt(progress.value, id, revision))
          .sort((a, b) => a.at - b.at);
        const review = reviewOf(attempts, today, dayOf);
        return review ? [{ template, forms, review }] : [];
      },
    );
  }

  #write(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place) place.textContent = text;
  }
}

/** Whole days since 1970 where the reader is. */
function dayOf(at: number): number {
  const minutes = new Date(at).getTimezoneOffset();
  return Math.floor((at - minutes * 60_000) / 86_400_000);
}

const formsOf = (template: HTMLTemplateElement): Scheduled['forms'] =>
  (template.dataset['forms'] ?? '').split(' ').map((form) => {
    const [id = '', revision] = form.split(':');
    return { id, revision: Number(revision) };
  });

/** A variant takes the question's place each second time, or in turns where there are more. */
function formOf({ template, forms, review }: Scheduled): Node {
  const asked = forms[(review.passed + 1) % forms.length] ?? forms[0];
  const content = template.content.cloneNode(true) as DocumentFragment;
  for (const question of content.querySelectorAll<HTMLElement>('quiz-question')) {
    question.dataset['fresh'] = '';
    if (question.id !== `question-${asked?.id}`) question.remove();
  }
  return content;
}

function countWords(due: number, scheduled: number): string {
  if (scheduled === 0)
    return 'You have not answered any question yet, so there is nothing to review.';
  if (due === 0) return 'Nothing is due today.';
  return due === 1 ? '1 question is due today.' : `${due} questions are due today.`;
}

function nextWords(all: readonly Scheduled[], today: number): string {
  const days = all.flatMap(({ review }) => review.dueDay ?? []);
  if (days.length === 0) return '';
  const next = Math.min(...days);
  const count = days.filter((day) => day === next).length;
  return `The next ${count === 1 ? 'one comes' : `${count} come`} back ${inDays(next - today)}.`;
}

const inDays = (days: number): string =>
  days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;

customElements.define('review-list', ReviewList);
