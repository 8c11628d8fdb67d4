/**
 * The components that a lesson may use, and the attribute by which each names a thing of the course:
 *
 *     <Experiment name="slow-view" />   an experiment
 *     <Twin name="slow-view" />         a twin
 *     <Question id="who-waits" />       a question of a lesson's quiz.yaml
 *     <Term id="event-loop">…</Term>    an entry of the glossary
 *     <Decide />                        the lesson's leaf of the decision guide, from its front matter
 *
 * The page of a lesson hands MDX exactly these.
 */
export const lessonComponents: Readonly<Record<string, 'name' | 'id' | null>> = {
  Experiment: 'name',
  Twin: 'name',
  Question: 'id',
  Term: 'id',
  Decide: null,
};
