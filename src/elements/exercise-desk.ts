/**
 * `<exercise-desk>`: a bench whose program is to be repaired. Runs the check against the reader's files and lists what
 * holds and what does not; gives hints one at a time; shows the solution, when asked, against what the reader has.
 * Its HTML is of Exercise.astro. Sends `exercise-checked` (bubbling) with what came of each check.
 */
import { progress } from '../progress/storage.ts';
import type { Files } from '../sandbox/engine.ts';
import type { Checking } from './exercise/checking.ts';
import { required } from './required.ts';
import { RunPanel } from './run-panel.ts';

/** As JSON in the element. */
export interface ExerciseData {
  readonly name: string;
  readonly check: string;
  /** The same with its types blanked out. */
  readonly strippedCheck: string;
  /** The files that differ from the exercise's own. */
  readonly solution: Files;
}

declare global {
  interface HTMLElementEventMap {
    'exercise-checked': CustomEvent<{ readonly solved: boolean }>;
  }
}

const NOT_LOADED =
  'The part of the course that checks exercises could not be loaded, perhaps because you are offline. Your code is kept: check it again once you are online.';

export class ExerciseDesk extends HTMLElement {
  #connection = new AbortController();
  #checking: Checking | undefined;

  connectedCallback(): void {
    customElements.upgrade(this);
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const actions: Readonly<Record<string, () => void>> = {
      check: () => void this.#check(),
      stop: () => this.#checking?.stop(),
      hint: () => this.#giveHint(),
      solution: () => void this.#showSolution(),
      take: () => this.#takeSolution(),
    };
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
        if (button?.ariaDisabled !== 'true') actions[button?.dataset['exercise'] ?? '']?.();
      },
      { signal },
    );
    signal.addEventListener(
      'abort',
      progress.subscribe(({ tables }) => {
        const solved = tables.exercises.has(this.#data.name);
        required(this, '.solved', HTMLElement).textContent = solved ? 'solved' : '';
      }),
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
    this.#abandonCheck();
  }

  #abandonCheck(): void {
    this.#checking?.abandon();
    this.#checking = undefined;
  }

  get #panel(): RunPanel {
    return required(this, 'run-panel', RunPanel);
  }

  get #data(): ExerciseData {
    return JSON.parse(
      required(this, ':scope > script[type="application/json"]', HTMLScriptElement).text,
    ) as ExerciseData;
  }

  /** Checking again while a check is under way begins anew, with the files as they are now. */
  async #check(): Promise<void> {
    const panel = this.#panel;
    this.#abandonCheck();
    panel.stop();
    this.#say('Checking …');
    required(this, '.checks', HTMLElement).replaceChildren();
    const { name, check, strippedCheck } = this.#data;
    let checking: Checking;
    try {
      const { startChecking } = await import('./exercise/checking.ts');
      checking = startChecking({
        load: panel.sandbox,
        ...panel.wantedEngine,
        program: panel.program,
        files: panel.files,
        check,
        strippedCheck,
      });
    } catch {
      this.#say(NOT_LOADED);
      return;
    }
    this.#abandonCheck();
    this.#checking = checking;
    this.#showBusy(true);
    const { words, solved, report } = await checking.end;
    if (this.#checking !== checking) return;
    this.#checking = undefined;
    this.#showBusy(false);
    this.#say(words);
    required(this, '.checks', HTMLElement).replaceChildren(...report);
    if (solved) progress.add({ type: 'exercise-solved', experiment: name });
    this.dispatchEvent(new CustomEvent('exercise-checked', { detail: { solved }, bubbles: true }));
  }

  #giveHint(): void {
    const hints = [...this.querySelectorAll<HTMLElement>('.hints > li')];
    const next = hints.find(({ hidden }) => hidden);
    if (!next) return;
    next.hidden = false;
    const left = hints.filter(({ hidden }) => hidden).length;
    const button = required(this, '[data-exercise="hint"]', HTMLElement);
    button.textContent = left === 0 ? 'No more hints' : `Next hint (${left} left)`;
    button.ariaDisabled = String(left === 0);
    next.focus();
  }

  async #showSolution(): Promise<void> {
    const place = required(this, '.solution', HTMLElement);
    try {
      const { solutionDiff } = await import('./exercise/solution-diff.ts');
      const { files } = this.#panel;
      place.replaceChildren(...solutionDiff(files, this.#data.solution));
    } catch {
      this.#say(NOT_LOADED);
      return;
    }
    required(this, '.solution-part', HTMLElement).hidden = false;
    place.focus();
  }

  /** As an edit, so that Reset and the reader's own undo still work. Leads the reader to it: the editor is far above. */
  #takeSolution(): void {
    const panel = this.#panel;
    const mine = panel.files;
    panel.files = { ...mine, ...this.#data.solution };
    const [changed] = Object.keys(this.#data.solution);
    if (changed !== undefined) panel.selectedFile = changed;
    required(this, '.solution-part', HTMLElement).hidden = true;
    panel.notice = {
      text: 'The solution is in the editor.',
      actions: [
        {
          label: 'Take my version back',
          act: () => {
            panel.files = mine;
          },
        },
      ],
    };
    required(this, '.notice button', HTMLElement).focus();
    required(this, 'file-tabs', HTMLElement).scrollIntoView({ block: 'nearest' });
  }

  #showBusy(isBusy: boolean): void {
    required(this, '[data-exercise="stop"]', HTMLElement).hidden = !isBusy;
  }

  #say(words: string): void {
    required(this, '.verdict', HTMLElement).textContent = words;
  }
}

customElements.define('exercise-desk', ExerciseDesk);
