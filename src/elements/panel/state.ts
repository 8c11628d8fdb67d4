/**
 * Where a panel is, and every way from one state to the next. Pure.
 *
 *     ready → starting → running → ended → starting …
 *                 ↘         ↓ Stop, or Run again
 *                  ↘→   stopping → ended, or starting when Run was pressed meanwhile
 *
 *     ended → repeating → repeated → …          the same program many times, one after the other; stopped in the same way
 */
import type { Outcome } from '../../sandbox/engine.ts';

/** How a run ended, for the state line. */
export interface Ending {
  readonly outcome: Outcome;
  readonly tookMs: number;
  /** The last of what the program printed as errors. */
  readonly errors: string;
}

export type PanelState =
  /** Nothing has run yet: the recording is shown. */
  | { readonly at: 'ready' }
  | { readonly at: 'starting'; readonly step: string }
  | { readonly at: 'running' }
  /** Asked to end. `after`: what comes as soon as it is over; `again` where Run was pressed, `ready` where Reset was. */
  | { readonly at: 'stopping'; readonly after: 'end' | 'again' | 'ready' }
  | { readonly at: 'ended'; readonly ending: Ending }
  /** It runs many times; `words` say how far it has come when there is something to say. */
  | { readonly at: 'repeating'; readonly words: string }
  /** It has; `words` say what came of it. */
  | { readonly at: 'repeated'; readonly words: string }
  /** No engine could be had. The recording stays. */
  | { readonly at: 'unavailable'; readonly reason: string; readonly remedy: string };

export type PanelAction =
  | { readonly do: 'run' }
  | { readonly do: 'step'; readonly step: string }
  | { readonly do: 'began' }
  | { readonly do: 'stop' }
  | { readonly do: 'end'; readonly ending: Ending }
  | { readonly do: 'repeat'; readonly words: string }
  | { readonly do: 'repeated'; readonly words: string }
  | { readonly do: 'fail'; readonly reason: string; readonly remedy: string }
  | { readonly do: 'reset' };

export const ready: PanelState = { at: 'ready' };
const starting: PanelState = { at: 'starting', step: 'Starting.' };

/** Whether a run is under way, so that Stop has something to do. */
export function isBusy(state: PanelState): boolean {
  return ['starting', 'running', 'repeating', 'stopping'].includes(state.at);
}

/** The state after an action. An action that means nothing in a state leaves it as it is. */
export function next(state: PanelState, action: PanelAction): PanelState {
  switch (action.do) {
    case 'run':
      return isBusy(state) ? { at: 'stopping', after: 'again' } : starting;
    case 'step':
      return state.at === 'starting' ? { at: 'starting', step: action.step } : state;
    case 'began':
      return state.at === 'starting' ? { at: 'running' } : state;
    case 'stop':
      return isBusy(state) ? { at: 'stopping', after: 'end' } : state;
    case 'end':
      if (state.at === 'stopping' && state.after === 'again') return starting;
      if (state.at === 'stopping' && state.after === 'ready') return ready;
      return isBusy(state) ? { at: 'ended', ending: action.ending } : state;
    case 'repeat':
      return isBusy(state) ? state : { at: 'repeating', words: action.words };
    case 'repeated':
      if (state.at === 'stopping' && state.after === 'again') return starting;
      if (state.at === 'stopping' && state.after === 'ready') return ready;
      return isBusy(state) ? { at: 'repeated', words: action.words } : state;
    case 'fail':
      return isBusy(state)
        ? { at: 'unavailable', reason: action.reason, remedy: action.remedy }
        : state;
    case 'reset':
      return isBusy(state) ? { at: 'stopping', after: 'ready' } : ready;
  }
}
