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
export const lessonComponents = {
  Experiment: { key: 'name', kind: 'experiment' },
  Twin: { key: 'name', kind: 'twin' },
  Question: { key: 'id', kind: 'question' },
  Term: { key: 'id', kind: 'term' },
  Decide: null,
} as const satisfies Readonly<Record<string, Naming | null>>;

export type LessonComponent = keyof typeof lessonComponents;

export interface Naming {
  /** The attribute that has the name. */
  readonly key: 'name' | 'id';
  readonly kind: Kind;
}

/** `null` for a component that names nothing, `undefined` for one that does not exist. */
export function namingOf(component: string): Naming | null | undefined {
  const components: Readonly<Record<string, Naming | null>> = lessonComponents;
  return Object.hasOwn(components, component) ? components[component] : undefined;
}
