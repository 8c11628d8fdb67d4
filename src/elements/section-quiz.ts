import { standing } from '../progress/progress.ts';
import { preferences, progress } from '../progress/storage.ts';
import { answer, begin, isOver, missed, nextAfter, type Round } from '../quiz/round.ts';
import { type QuestionAnswered, QuizQuestion } from './quiz-question.ts';
import { QuizResult } from './quiz-result.ts';

/**
 * The quiz of a section: one question at a time or all on a page, a trail of where the reader stands, and a result.
 * It asks what was never answered right, then only what was missed. Its HTML is of SectionQuiz.astro.
 */
export class SectionQuiz extends HTMLElement {
  #round: Round = begin([]);
  /** The question that is shown while they are shown one at a time. */
  #current: string | undefined;
  #showsResult = false;
  #connection = new AbortController();

  connectedCallback(): void {
    customElements.upgrade(this);
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.addEventListener('question-answered', ({ detail }) => this.#answered(detail), { signal });
    this.addEventListener('click', ({ target }) => this.#clicked(target), { signal });
    this.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'quiz-view')
          preferences.choose('quiz-view', target.value === 'all' ? 'all' : 'one');
      },
      { signal },
    );
    this.#begin(this.#questions.filter((question) => !isRightBefore(question)).map(idOf));
    signal.addEventListener(
      'abort',
      preferences.subscribe(() => this.#draw()),
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  get #questions(): readonly QuizQuestion[] {
    return [...this.querySelectorAll('quiz-question')].filter(
      (each) => each instanceof QuizQuestion,
    );
  }

  #begin(asked: readonly string[]): void {
    this.#round = begin(asked);
    this.#current = asked[0];
    this.#showsResult = asked.length === 0;
    this.#draw();
  }

  #answered({ id, correct, misconceptions }: QuestionAnswered): void {
    this.#round = answer(this.#round, id, { correct, misconceptions });
    this.#draw();
  }

  #clicked(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.dataset['question']) this.#go(button.dataset['question']);
    if (button?.matches('.next')) this.#next();
    if (button?.matches('.ask-missed')) this.#ask(missed(this.#round));
    if (button?.matches('.ask-all')) this.#ask(this.#questions.map(idOf));
  }

  #ask(asked: readonly string[]): void {
    for (const question of this.#questions) if (asked.includes(idOf(question))) question.reset();
    this.#begin(asked);
    if (asked[0]) this.#go(asked[0]);
  }

  #go(id: string): void {
    this.#current = id;
    this.#showsResult = false;
    this.#draw();
    const item = this.querySelector(`.questions > [data-question="${id}"]`);
    // Events to be put in order and exercises begin with a hidden input, which takes no focus.
    const first = item?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button');
    first?.focus({ preventScroll: true });
    // The focus is on the answer, but the reading begins at the top.
    const { top } = item?.getBoundingClientRect() ?? { top: 0 };
    if (top < 0 || top > innerHeight / 2) item?.scrollIntoView();
  }

  #next(): void {
    const next = nextAfter(this.#round, this.#current);
    if (next) {
      this.#go(next);
      return;
    }
    this.#showsResult = true;
    this.#draw();
    this.querySelector<HTMLElement>('quiz-result .result')?.focus();
  }

  #draw(): void {
    const view = preferences.value['quiz-view'];
    for (const input of this.querySelectorAll<HTMLInputElement>('input[name="quiz-view"]'))
      input.checked = input.value === view;
    this.#drawQuestions(view);
    this.#drawTrail(view);

    const over = isOver(this.#round);
    // The last question has no next one, and so no button, until it is answered.
    const hasNext = view === 'one' && nextAfter(this.#round, this.#current) !== this.#current;
    const next = this.querySelector<HTMLElement>('.next');
    if (next) {
      next.hidden = this.#showsResult || !(over || hasNext);
      next.textContent = over ? 'See the result' : 'Next question';
    }
    const result = this.querySelector('quiz-result');
    if (!(result instanceof QuizResult)) return;
    result.hidden = !this.#showsResult;
    if (this.#showsResult) result.show(this.#round, this.#questions.length);
  }

  #drawQuestions(view: 'one' | 'all'): void {
    for (const item of this.querySelectorAll<HTMLElement>('.questions > li')) {
      const id = item.dataset['question'] ?? '';
      const isShown = view === 'all' && this.#round.asked.includes(id);
      item.hidden = !isShown && (this.#showsResult || id !== this.#current);
    }
  }

  /** A question's place in the trail tells by a mark and a word how it was answered, in this round or before. */
  #drawTrail(view: 'one' | 'all'): void {
    for (const question of this.#questions) {
      const id = idOf(question);
      const place = this.querySelector<HTMLElement>(`.trail [data-question="${id}"]`);
      const isAsked = this.#round.asked.includes(id);
      const right = isAsked ? this.#round.answers.get(id)?.correct : isRightBefore(question);
      const words = place?.querySelector('.state');
      if (!place || !words) continue;
      words.textContent = right === undefined ? '' : right ? ', right' : ', missed';
      place.toggleAttribute('data-right', right === true);
      place.toggleAttribute('data-missed', right === false);
      if (view === 'one' && !this.#showsResult && id === this.#current)
        place.setAttribute('aria-current', 'step');
      else place.removeAttribute('aria-current');
    }
  }
}

const idOf = ({ question }: QuizQuestion): string => question?.id ?? '';

const isRightBefore = ({ question }: QuizQuestion): boolean =>
  question !== undefined && standing(progress.value, question.id, question.revision) === 'right';

customElements.define('section-quiz', SectionQuiz);
