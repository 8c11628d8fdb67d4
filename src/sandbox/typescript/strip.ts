/** What became of the types of a file. A fault counts only if the program loads the file. */
export type Strip =
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'fault'; readonly fault: StripFault };

/** Why a file's types cannot be taken out: Node's code and words, and the place. */
export interface StripFault {
  readonly code: string;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  /** The lines around the place, with the place marked. */
  readonly snippet: string;
}
