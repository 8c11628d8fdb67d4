/** What becomes of a job whose worker is killed, in words: short for a table, longer for a heading. */
import type { Tool } from '../course/schema.ts';

type Outcome = Tool['killed']['outcome'];

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  lost: 'the job is lost',
  failed: 'the job fails',
  stuck: 'the job stays as it is',
  returns: 'the job is run again',
  unknown: 'not verified',
};

export const outcomeWord: Readonly<Record<Outcome, string>> = {
  lost: '✕ lost',
  failed: '✕ fails',
  stuck: '… stuck',
  returns: '↻ again',
  unknown: '? not verified',
};
