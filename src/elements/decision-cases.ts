import { comparePlaces, type OurAnswers, type Verdict, verdictOf } from '../decision/compare.ts';
import { type DecisionData, decisionData } from './decision/decision-data.ts';

const verdictWords: Readonly<Record<Verdict, string>> = {
  same: 'as we do',
  defensible: 'defensible too',
  differs: 'we differ',
};

/** Cases that the reader decides by answering the questions of the guide, and then compares with ours. */
export class DecisionCases extends HTMLElement {
  #connection = new AbortController();
  #data: DecisionData = { questions: [], rules: [], tensions: [], places: {} };
  /** By the id of the case: how the place of the last comparison stood to ours. */
  readonly #compared = new Map<string, Verdict>();

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    this.#data = decisionData(this);
    this.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        if (event.target instanceof HTMLFormElement) this.#compare(event.target);
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#connection.abort();
  }

  #compare(form: HTMLFormElement): void {
    const { questions, places } = this.#data;
    const fields = new FormData(form);
    const theirs = Object.fromEntries(
      questions.map(({ id }) => [id, String(fields.get(id) ?? '')]),
    );
    const open = questions.find(({ id }) => theirs[id] === '');
    const result = form.querySelector('.result');
    if (open) {
      if (result) result.textContent = `Answer all five first. Open is: ${open.ask}`;
      form.querySelector<HTMLElement>(`[name="${open.id}"]`)?.focus();
      return;
    }
    const ours: OurAnswers = JSON.parse(form.querySelector('script')?.textContent ?? '{}');
    const details = form.parentElement?.querySelector('details');
    for (const { id, answers } of questions) {
      const yours = details?.querySelector<HTMLElement>(`[data-question="${id}"] .yours`);
      if (!yours) continue;
      const verdict = verdictOf(ours, id, theirs[id] ?? '');
      const short = answers.find((answer) => answer.id === theirs[id])?.short ?? '';
      yours.textContent = `You: ${short}, ${verdictWords[verdict]}.`;
      yours.dataset['verdict'] = verdict;
      yours.hidden = false;
    }
    if (details) details.open = true;
    const { place = '', verdict } = comparePlaces(this.#data, ours, theirs);
    const differing = questions.filter(
      ({ id }) => verdictOf(ours, id, theirs[id] ?? '') === 'differs',
    );
    if (result) result.textContent = resultWords(places[place] ?? '', verdict, differing.length);
    this.#compared.set(form.dataset['case'] ?? '', verdict);
    this.#tell();
  }

  #tell(): void {
    const tally = this.querySelector('.tally');
    if (!tally) return;
    const verdicts = [...this.#compared.values()];
    const agreed = verdicts.filter((verdict) => verdict !== 'differs').length;
    const all = this.querySelectorAll('form').length;
    tally.textContent = `${verdicts.length} of ${all} cases compared; in ${agreed} you end at our place or at one that is as defensible.`;
  }
}

function resultWords(place: string, verdict: Verdict, differing: number): string {
  const answers =
    differing === 0
      ? 'No answer differs from ours.'
      : `${differing === 1 ? '1 answer differs' : `${differing} answers differ`} from ours; the reasons are below.`;
  const words: Readonly<Record<Verdict, string>> = {
    same: `Your answers lead to “${place}”, as ours do.`,
    defensible: `Your answers lead to “${place}”. That is not ours, and it can be defended.`,
    differs: `Your answers lead to “${place}”, ours to another place.`,
  };
  return `${words[verdict]} ${answers}`;
}

customElements.define('decision-cases', DecisionCases);
