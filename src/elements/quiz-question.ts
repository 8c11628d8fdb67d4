import { type Draft, type Standing, standing } from '../progress/progress.ts';
import { progress } from '../progress/storage.ts';
import type { Question } from '../quiz/kinds.ts';
import { shuffled } from '../quiz/shuffle.ts';
import type { Grade, Mark } from '../quiz/types.ts';
import { fieldsOf, restore } from './quiz/draft.ts';

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

type Grading = typeof import('./quiz/grading.ts');

let grading: Promise<Grading> | undefined;
/** Once for all questions of a page. What could not be loaded is asked for again the next time. */
function loadGrading(): Promise<Grading> {
  grading ??= import('./quiz/grading.ts').catch((error: unknown) => {
    grading = undefined;
    throw error;
  });
  return grading;
}

const NOT_LOADED =
  'The part of the course that checks answers could not be loaded, perhaps because you are offline. ' +
  'Your answer is kept: check it again once you are online. Until then all explanations stand below.';

/** A question that grades what was answered, says why at once, and remembers it. Its HTML is of Question.astro. */
export class QuizQuestion extends HTMLElement {
  #question: Question | undefined;
  #connection = new AbortController();

  connectedCallback(): void {
    const form = this.querySelector('form');
    // Of its own: an exercise inside has data as well.
    const data = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (!form || !data) return;
    this.#question = JSON.parse(data) as Question;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void this.#check(new FormData(form));
      },
      { signal },
    );
    // Who turns to a question will want it checked: by then the code for that is here.
    for (const type of ['focusin', 'pointerover'])
      form.addEventListener(type, () => void loadGrading().catch(() => {}), { signal, once: true });
    // An exercise inside is the answer, and says when it was checked.
    form.addEventListener(
      'exercise-checked',
      ({ detail }) => {
        const answer = form.querySelector<HTMLInputElement>('input[data-exercise]');
        if (answer) answer.value = detail.solved ? 'solved' : 'not-yet';
        void this.#check(new FormData(form));
      },
      { signal },
    );
    this.#keepDraft(form, signal);
    // In a textarea Enter begins a line, so that another way to send is wanted.
    form.addEventListener(
      'keydown',
      (event) => {
        // Inside the bench of an exercise these keys run the program.
        if (event.defaultPrevented) return;
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

  /** What was entered comes back after a reload, and is kept from now on. A review asks afresh. */
  #keepDraft(form: HTMLFormElement, signal: AbortSignal): void {
    const putBack = () => {
      const draft = this.#question && progress.value.tables.drafts.get(this.#question.id);
      if (draft?.revision !== this.#question?.revision || 'fresh' in this.dataset) return;
      if (draft && draft.fields.length > 0) restore(form, draft.fields);
    };
    // A list knows its first order from the page, so that it is put in the reader's only afterwards.
    if (form.querySelector('order-list')) void import('./order-list.ts').then(putBack, () => {});
    else putBack();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      this.#draft(fieldsOf(form));
    };
    form.addEventListener(
      'input',
      () => {
        clearTimeout(timer);
        timer = setTimeout(keep, 400);
      },
      { signal },
    );
    form.addEventListener('change', keep, { signal });
    window.addEventListener('pagehide', keep, { signal });
    signal.addEventListener('abort', keep);
  }

  #draft(fields: Draft['fields']): void {
    if (!this.#question) return;
    const { id, revision } = this.#question;
    progress.add({ type: 'answer-drafted', question: id, revision, fields });
  }

  get question(): Question | undefined {
    return this.#question;
  }

  /** Asks again: without the answer and what was said about it, and with the options in a new order. */
  reset(): void {
    this.querySelector('form')?.reset();
    this.querySelector('.reason-note')?.remove();
    this.#draft([]);
    this.#say([]);
    this.#mark([]);
    delete this.dataset['checked'];
    for (const list of this.querySelectorAll('.options[data-shuffle="true"]'))
      list.append(...shuffled([...list.children], Math.random));
    this.#showStanding();
  }

  async #check(form: FormData): Promise<void> {
    const question = this.#question;
    if (!question) return;
    let grading: Grading;
    try {
      grading = await loadGrading();
    } catch {
      this.#say([paragraph(NOT_LOADED)]);
      this.dataset['checked'] = 'unknown';
      return;
    }
    const graded = grading.gradeForm(question, form);
    if (!graded) {
      this.#say([paragraph('Answer first, then check.')]);
      return;
    }
    const { grade, misconceptions } = graded;
    this.#show(grade, grading);
    const { id, revision } = question;
    const { correct } = grade;
    progress.add({
      type: 'question-answered',
      question: id,
      revision,
      correct,
      misconceptions,
      explained: grade.explain,
    });
    if (!this.querySelector('.reason-note'))
      this.querySelector('.feedback')?.after(grading.reasonNote(question));
    this.dispatchEvent(
      new CustomEvent('question-answered', {
        detail: { id, correct, misconceptions },
        bubbles: true,
      }),
    );
  }

  #show({ correct, explain, marks = [], note, difference }: Grade, grading: Grading): void {
    const verdict = paragraph('');
    verdict.className = 'verdict';
    verdict.append(mark(correct, correct ? 'Right.' : 'Not quite.'));
    const reasons = reasonsOf(this, explain);
    this.#say([
      verdict,
      ...(note === undefined ? [] : [paragraph(note)]),
      ...(difference ? [grading.differenceTable(difference)] : []),
      ...reasons,
    ]);
    this.#mark(marks);
    this.dataset['checked'] = String(correct);
  }

  /** Writes beside the options, or lines, that were spoken of what they are. */
  #mark(marks: readonly Mark[]): void {
    for (const old of this.querySelectorAll('label .mark')) old.remove();
    for (const { value, right, word } of marks) {
      const input = [...this.querySelectorAll('input')].find((each) => each.value === value);
      const label = input?.labels?.[0];
      (label?.querySelector('[data-marks]') ?? label)?.append(mark(right, word));
    }
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

/**
 * The explanations of these `keys`, out of the disclosure. Where there is more than one each says which answer it is
 * about, and a link that the next one has as well is left to that.
 */
function reasonsOf(question: Element, keys: readonly string[]): readonly HTMLElement[] {
  const found = [...question.querySelectorAll<HTMLElement>('details [data-explains]')].filter(
    ({ dataset }) => keys.includes(dataset['explains'] ?? ''),
  );
  const linkOf = (reason: Element | undefined) => reason?.querySelector('.references a');
  return found.map((reason, index) => {
    const copy = document.createElement('div');
    copy.className = 'reason';
    const about = reason.parentElement?.querySelector('.about');
    if (found.length > 1 && about) copy.append(about.cloneNode(true));
    copy.append(reason.cloneNode(true));
    const link = linkOf(reason)?.getAttribute('href');
    if (link && link === linkOf(found[index + 1])?.getAttribute('href'))
      linkOf(copy)?.closest('.references')?.remove();
    return copy;
  });
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
