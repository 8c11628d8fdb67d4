/** What a panel says: states, outcomes and times in plain words. */
import type { Ending, PanelState } from './state.ts';

/** `812 ms`, `2.1 s`. */
export function durationInWords(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `about 35 s`: as exactly as one run lets us say it. */
export function aboutInWords(ms: number): string {
  if (ms < 5_000) return 'a few seconds';
  if (ms < 57_500) return `about ${Math.round(ms / 5_000) * 5} s`;
  const minutes = Math.round(ms / 60_000);
  return `about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}

/** `20 s`, `1.5 s`: for limits, which are round numbers. */
export function limitInWords(ms: number): string {
  return `${ms / 1000} s`;
}

/** One sentence on how a run ended. */
export function outcomeInWords({ outcome, tookMs, errors }: Ending): string {
  const took = durationInWords(tookMs);
  switch (outcome.type) {
    case 'stopped':
      return `Stopped by you after ${took}.${withSandbox(outcome)}`;
    case 'timed-out':
      return `Still running after ${limitInWords(outcome.limitMs)}, so it was stopped.${withSandbox(outcome)}`;
    case 'crashed':
      return brokenInWords('program', outcome.message);
    case 'exited':
      if (outcome.code === 0) return `Finished after ${took}.`;
      if (outcome.code === 13) {
        return 'The program never settles (exit code 13): a top-level await waits for something that nothing is left to do.';
      }
      return `Ended with exit code ${outcome.code} after ${took}${withMessage(errorMessage(errors))}`;
  }
}

/** Why the engine broke under something: in its own words where they are a sentence. */
export function brokenInWords(under: 'program' | 'check', message: string): string {
  return /^[A-Z].*[.!?]$/s.test(message)
    ? message
    : `The engine broke under the ${under}: ${message}`;
}

function withSandbox({ tookSandbox }: { readonly tookSandbox?: true }): string {
  return tookSandbox
    ? ' The engine could not end the program, so it was shut down with it and starts anew.'
    : '';
}

function withMessage(message: string | undefined): string {
  return message === undefined ? '.' : `: ${message}`;
}

/** The line that names the error, such as `TypeError: x is not a function`, among what Node prints around it. */
export function errorMessage(errors: string): string | undefined {
  const lines = errors.split('\n').map((line) => line.trim());
  const index = lines.findLastIndex((text) =>
    /^(?:Uncaught )?(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?(?::|$)/.test(text),
  );
  // Where an error has properties, Node prints them as an object that opens behind the message.
  const hasProperties = lines.indexOf('}', index) > index;
  const line = hasProperties ? lines[index]?.replace(/ \{$/, '') : lines[index];
  return line === undefined || line.length <= 200 ? line : `${line.slice(0, 200)}…`;
}

/** Whether a state is good, bad or under way: the sign before the state line. */
export function toneOf(state: PanelState): 'ready' | 'busy' | 'done' | 'failed' | 'stopped' {
  if (state.at === 'ready') return 'ready';
  if (state.at === 'unavailable') return 'failed';
  if (state.at === 'repeated') return 'done';
  if (state.at !== 'ended') return 'busy';
  const { outcome } = state.ending;
  if (outcome.type === 'stopped' || outcome.type === 'timed-out') return 'stopped';
  return outcome.type === 'exited' && outcome.code === 0 ? 'done' : 'failed';
}

/** The panel's state line. */
export function stateInWords(state: PanelState): string {
  switch (state.at) {
    case 'ready':
      return 'Ready.';
    case 'starting':
      return state.step;
    case 'running':
      return 'Running.';
    case 'stopping':
      return state.after === 'again' ? 'Stopping, to run it again.' : 'Stopping.';
    case 'ended':
      return outcomeInWords(state.ending);
    case 'repeating':
    case 'repeated':
      return state.words;
    case 'unavailable':
      return `${sentence(state.reason)} ${sentence(state.remedy)}`;
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
