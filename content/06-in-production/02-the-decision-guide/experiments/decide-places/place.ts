export interface Needs {
  /** The response must contain the result. */
  inResponse: boolean;
  /** It must not be lost when the process ends. */
  mustSurvive: boolean;
  /** `short` is done in a few milliseconds. */
  work: 'short' | 'waits' | 'computes';
}

export type Place =
  | 'in the view'
  | 'in the view, awaited'
  | 'in the view, on another core'
  | 'after the response'
  | 'after the response, on another core'
  | 'in the queue';

/** The simplest place that gives the job what it needs. */
export function placeOf(needs: Needs): Place {
  return needs.mustSurvive ? 'in the queue' : 'after the response';
}
