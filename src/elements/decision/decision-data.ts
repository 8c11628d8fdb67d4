import type { Condition, Decision } from '../../decision/decide.ts';

/** What the elements of the decision guide need beside the HTML, as JSON in a script inside of them. */
export interface DecisionData extends Decision {
  readonly questions: readonly {
    readonly id: string;
    readonly ask: string;
    readonly answers: readonly { readonly id: string; readonly short: string }[];
  }[];
  readonly tensions: readonly { readonly when: Condition }[];
  /** The title of each place, by its id. */
  readonly places: Readonly<Record<string, string>>;
}

/** Written by our own page, so it is trusted. */
export const decisionData = (root: ParentNode): DecisionData =>
  JSON.parse(root.querySelector(':scope > script')?.textContent ?? '{}');
