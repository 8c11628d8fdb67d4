/** node:readline/promises */
import { Interface as LineReader, type Options, type Output } from '../readline/line-reader.ts';

export class Interface extends LineReader {
  override question(query: string, options?: { signal?: AbortSignal }): Promise<string> {
    return this.askLater(query, options);
  }
}

export function createInterface(options: Options, output?: Output): Interface {
  return new Interface(options, output);
}
