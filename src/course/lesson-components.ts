import type { Kind } from './reading.ts';

/**
 * The components that a lesson may use, and the thing of the course that each names:
 *
 *     <Experiment name="slow-view" />   an experiment
 *     <Twin name="slow-view" />         a twin
 *     <Question id="who-waits" />       a question of a lesson's quiz.yaml
 *     <Term id="event-loop">…</Term>    an entry of the glossary
 *     <Decide />                        the lesson's leaf of the decision guide, from its front matter
 *
 * The page of a lesson hands MDX exactly these.
 */
export const lessonComponents: Readonly<Record<string, Naming | null>> = {
  Experiment: { key: 'name', kind: 'experiment' },
  Twin: { key: 'name', kind: 'twin' },
  Question: { key: 'id', kind: 'question' },
  Term: { key: 'id', kind: 'term' },
  Decide: null,
};

interface Naming {
  /** The attribute that has the name. */
  readonly key: 'name' | 'id';
  readonly kind: Kind;
}
