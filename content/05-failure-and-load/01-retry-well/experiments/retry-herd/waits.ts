// How long a client waits after its first, second … failure.
const FIRST_MS = 40;
const LONGEST_MS = 320;

export type Wait = (failures: number, random: () => number) => number;

export const fixedDelay: Wait = () => 100;

export function backoff(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}

/** Anywhere from 0 to that. */
export const fullJitter: Wait = (failures, random) => {
  return random() * backoff(failures);
};
