// How long a client waits after its first, second … failure.
const FIRST_MS = 40;
const LONGEST_MS = 320;

export type Wait = (failures: number, random: () => number) => number;

export const fixedDelay: Wait = () => 100;

export const backoff: Wait = (failures) => Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));

export const fullJitter: Wait = (failures, random) => random() * backoff(failures, random); // anywhere from 0 to that

/** Chance from a seed (mulberry32): the same for every reader. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
