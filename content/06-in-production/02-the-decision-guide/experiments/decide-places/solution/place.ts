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
export function placeOf({ inResponse, mustSurvive, work }: Needs): Place {
  // Committed before the response: nothing more durable is to be had.
  if (work === 'short') return 'in the view';
  // Stronger than the wish for a result in the response.
  if (mustSurvive) return 'in the queue';
  if (work === 'computes') {
    return inResponse ? 'in the view, on another core' : 'after the response, on another core';
  }
  return inResponse ? 'in the view, awaited' : 'after the response';
}
