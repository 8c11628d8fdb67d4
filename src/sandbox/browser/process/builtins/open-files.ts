/** The files that this thread has open, by their descriptors. */

export interface OpenFile {
  readonly path: string;
  /** Where the next byte is read. */
  position: number;
}

export const openFiles = new Map<number, OpenFile>();
