/**
 * The names of the engines, as content, configuration and a reader's stored choice write them. The first is what runs
 * where nothing else is said. `browser` is embedded and works offline; `webcontainer` is StackBlitz's Node.js.
 */
export const engineIds = ['browser', 'webcontainer'] as const;

export type EngineId = (typeof engineIds)[number];

/** For what comes from outside: a stored choice, a form, the configuration. */
export function isEngineId(text: unknown): text is EngineId {
  return engineIds.some((id) => id === text);
}
