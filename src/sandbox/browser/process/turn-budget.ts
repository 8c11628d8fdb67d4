/**
 * Bounds what a thread sends in one go where there is no shared memory: nothing can make it wait then, and who has to
 * take it in has no turn before the thread has ended its own.
 */
import { native } from './native.ts';

export type Fit = 'fits' | 'ends here' | 'is left out';

/** Gives a function to ask before so many characters are sent. Once a turn it answers that the rest will be left out. */
export function turnBudget(maxCharacters: number): (characters: number) => Fit {
  let spent = 0;
  return (characters) => {
    if (spent > maxCharacters) return 'is left out';
    if (spent === 0) {
      native.setTimeout(() => {
        spent = 0;
      }, 0);
    }
    spent += characters;
    return spent > maxCharacters ? 'ends here' : 'fits';
  };
}
