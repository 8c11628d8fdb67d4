/** What takes the types out of a file. */
import type { Strip } from './strip.ts';

export interface Stripper {
  /** Blanks types out without moving a character. A file that is at fault gives the fault, in Node's words. */
  strip(path: string, source: string): Promise<Strip>;
}
