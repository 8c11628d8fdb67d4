/** Names that authors give to things and refer to: each is given once in the course, and every reference must hit one. */
import type { Place, Report } from './diagnostic.ts';

/** The names of one kind of thing. */
export interface Names {
  /** Reports the name at `place` when something else of this kind has it already. */
  give(name: string, place: Place): void;
  /** Some names could not be read: from now on no name is called unknown. */
  cannotTell(): void;
  /** Whether the name is known; where it does not, that is reported at `place`, with the nearest that does. */
  check(name: string, place: Place, read: string): boolean;
}

/** `kind` completes "the name of …": `an experiment`, `a lesson`. All names are given before the first is checked. */
export function createNames(kind: string, report: Report): Names {
  let complete = true;
  const givenAt = new Map<string, Place>();
  return {
    give(name, place) {
      const first = givenAt.get(name);
      if (first === undefined) givenAt.set(name, place);
      else {
        report({
          ...place,
          expected: `a name that no other has: the name of ${kind} is unique in the whole course`,
          found: `${quote(name)}, which ${first.file}:${first.line} has already`,
          read: 'src/course/schema.ts, the first comment',
        });
      }
    },
    cannotTell() {
      complete = false;
    },
    check(name, place, read) {
      if (givenAt.has(name)) return true;
      if (!complete) return false;
      report({
        ...place,
        expected: `the name of ${kind}`,
        found: unknown(name, givenAt.keys()),
        read,
      });
      return false;
    },
  };
}

/** A thing by its name. A name that does not exist is a fault of the caller: content has been checked before. */
export function lookup<Thing>(
  kind: string,
  things: ReadonlyMap<string, Thing>,
  name: string,
): Thing {
  const thing = things.get(name);
  if (thing === undefined) {
    throw new Error(`The course has no ${kind} ${unknown(name, things.keys())}.`);
  }
  return thing;
}

export const quote = (text: string) => JSON.stringify(text);

/** `"slow-veiw" (did you mean "slow-view"?)`, or the bare name where nothing is near. */
export function unknown(name: string, known: Iterable<string>): string {
  let nearest: string | undefined;
  // Two wrong letters in a short name make another name; a third of the letters may be wrong.
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (distance < least) [least, nearest] = [distance, candidate];
  }
  return nearest === undefined ? quote(name) : `${quote(name)} (did you mean ${quote(nearest)}?)`;
}

/** Levenshtein's: how many letters have to be added, dropped or changed to make one of the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
