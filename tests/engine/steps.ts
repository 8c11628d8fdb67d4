/** Does what a program's `case.json` says, as its output comes. */
import type { CaseSettings } from './case.ts';

/** A process on whatever runs it. */
export interface Hands {
  write(text: string): void;
  end(): void;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** Begins at once; the function that it gives is told the whole of standard output after each piece of it. */
export function takeSteps(
  { input, after = [] }: CaseSettings,
  hands: Hands,
): (stdout: string) => void {
  const waiting = [...after];
  if (input !== undefined) {
    hands.write(input);
    hands.end();
  }
  return (stdout) => {
    for (;;) {
      const [step] = waiting;
      if (!step || !stdout.includes(step.printed)) return;
      waiting.shift();
      if ('write' in step) hands.write(step.write);
      else if ('kill' in step) hands.kill(step.kill);
      else hands.end();
    }
  };
}
