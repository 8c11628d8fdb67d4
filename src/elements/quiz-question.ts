import { type Standing, standing } from '../progress/progress.ts';
import { progress } from '../progress/storage.ts';
import { kindOf, type Question } from '../quiz/kinds.ts';
import { shuffled } from '../quiz/shuffle.ts';
import type { Grade } from '../quiz/types.ts';
import { differenceTable } from './quiz/difference-table.ts';

/** Sent up by a question each time that its answer was checked. */
export interface QuestionAnswered {
  readonly id: string;
  readonly correct: boolean;
  /** Tags of the ideas behind a wrong answer. */
  readonly misconceptions: readonly string[];
}

declare global {
  interface HTMLElementEventMap {
    'question-answered': CustomEvent<QuestionAnswered>;
  }
}

const standings: Readonly<Record<Standing, string>> = {
  new: '',
  right: 'answered right before',
  missed: 'missed before',
};

/** A question that grades what was answered, says why at once, and remembers it. Its HTML is of Question.astro. */
export class QuizQuestion extends HTMLElement {
  #question: Question | undefined;
  #connection = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector('form');
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    if (!form || !data) return;
    this.#question = JSON.parse(data) as Question;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#check(new FormData(form));
      },
      { signal },
    );
    // In a textarea Enter begins a line, so that another way to send is wanted.
    form.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      },
      { signal },
    );
    signal.addEventListener(
      'abort',
      progress.subscribe(() => this.#showStanding()),
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  get question(): Question | undefined {
    return this.#question;
  }

  /** Asks again: without the answer and what was said about it, and with the options in a new order. */
  reset(): void {
    this.querySelector('form')?.reset();
    this.#say([]);
    this.#mark([], false);
    delete this.dataset['checked'];
    for (const list of this.querySelectorAll('.options[data-shuffle="true"]'))
      list.append(...shuffled([...list.children], Math.random));
    this.#showStanding();
  }

  #check(form: FormData): void {
    const question = this.#question;
    if (!question) return;
    const kind = kindOf(question);
    const answer = kind.parseAnswer(form);
    if (answer === undefined) {
      this.#say([paragraph('Answer first, then check.')]);
      return;
    }
    const grade = kind.grade(question, answer);
    this.#show(grade);
    const misconceptions = kind
      .explanations(question)
      .filter(({ key }) => grade.explain.includes(key))
      .flatMap(({ misconception }) => misconception ?? []);
    const { id, revision } = question;
    const { correct } = grade;
    progress.add({ type: 'question-answered', question: id, revision, correct, misconceptions });
    this.dispatchEvent(
      new CustomEvent('question-answered', {
        detail: { id, correct, misconceptions },
        bubbles: true,
      }),
    );
  }

  #show({ correct, explain, note, difference }: Grade): void {
    const verdict = paragraph('');
    verdict.className = 'verdict';
    verdict.append(mark(correct, correct ? 'Right.' : 'Not quite.'));
    const reasons = [...this.querySelectorAll<HTMLElement>('details [data-explains]')]
      .filter((reason) => explain.includes(reason.dataset['explains'] ?? ''))
      .map((reason) => reason.cloneNode(true));
    this.#say([
      verdict,
      ...(note === undefined ? [] : [paragraph(note)]),
      ...(difference ? [differenceTable(difference)] : []),
      ...reasons,
    ]);
    this.#mark(explain, correct);
    this.dataset['checked'] = String(correct);
  }

  /** Marks the options that were spoken of. */
  #mark(values: readonly string[], right: boolean): void {
    for (const old of this.querySelectorAll('.options .mark')) old.remove();
    for (const input of this.querySelectorAll('input'))
      if (values.includes(input.value))
        input.labels?.[0]?.lastElementChild?.append(mark(right, right ? 'right' : 'not this'));
  }

  #say(content: readonly Node[]): void {
    this.querySelector('.feedback')?.replaceChildren(...content);
    this.#showStanding();
  }

  /** How it was answered before stands beside the button until it is answered now. */
  #showStanding(): void {
    const place = this.querySelector('.standing');
    if (!place || !this.#question) return;
    const { id, revision } = this.#question;
    const isSaid = this.querySelector('.feedback')?.hasChildNodes();
    place.textContent = isSaid ? '' : standings[standing(progress.value, id, revision)];
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function mark(right: boolean, word: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'mark';
  element.dataset['right'] = String(right);
  element.textContent = word;
  return element;
}

customElements.define('quiz-question', QuizQuestion);
