/** What `fs.opendir` gives: the files of a folder, one after the other. */

import { nodeError } from '../node-error.ts';
import type { Dirent } from './fs-data.ts';

export class Dir {
  readonly path: string;
  readonly #files: Dirent[];
  #isClosed = false;

  constructor(path: string, files: readonly Dirent[]) {
    this.path = path;
    this.#files = [...files];
  }
  readSync(): Dirent | null {
    if (this.#isClosed) throw nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
    return this.#files.shift() ?? null;
  }
  async read(): Promise<Dirent | null> {
    return this.readSync();
  }
  closeSync(): void {
    if (this.#isClosed) throw nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
    this.#isClosed = true;
  }
  async close(): Promise<void> {
    this.closeSync();
  }
  async *entries(): AsyncGenerator<Dirent, void, undefined> {
    try {
      for (let file = this.readSync(); file; file = this.readSync()) yield file;
    } finally {
      if (!this.#isClosed) this.closeSync();
    }
  }
  [Symbol.asyncIterator](): AsyncGenerator<Dirent, void, undefined> {
    return this.entries();
  }
  [Symbol.dispose](): void {
    if (!this.#isClosed) this.closeSync();
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
  }
}
