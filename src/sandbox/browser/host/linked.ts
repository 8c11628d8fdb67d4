/** What linking gives. */
import type { LinkedModule } from '../wire/thread-messages.ts';

/** What a specifier turned out to be; `path` is a file's. */
export interface Linked {
  readonly url: string;
  readonly path?: string;
}

/** What is imported, and what may be asked of it. */
export interface Target extends Linked {
  readonly exports: ReadonlySet<string>;
  /** Of what is found by its name. */
  readonly builtin?: string;
  /** Of a file that is run together with those that import it. */
  readonly circle?: InCircle;
}

/** A module made of a file. */
export interface Module extends Omit<LinkedModule, 'address'>, Target {
  readonly path: string;
}

export interface InCircle {
  readonly id: number;
  /** Ids of this file and of all in circles that it leads to. */
  readonly members: ReadonlySet<number>;
  /** URLs of the modules out of circles that they import. */
  readonly others: ReadonlySet<string>;
}
