/** Whether TypeScript can be run by taking its types away, which is all that Node.js and the engines do. */
import { stripTypeScriptTypes } from 'node:module';
import type { Diagnostic } from '../src/course/diagnostic.ts';

/** At most one mistake: Node's stripper stops at the first. */
export function unerasableTypes(file: string, text: string): readonly Diagnostic[] {
  try {
    stripTypeScriptTypes(text);
    return [];
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return [
      {
        file,
        ...placeIn(stack),
        expected: 'TypeScript whose types can be erased',
        found: message,
        read: 'https://nodejs.org/api/typescript.html#type-stripping',
      },
    ];
  }
}

/** Node writes `:3`, the lines around the mistake, and `^^^` under it, before the name of the error. */
function placeIn(stack: string): { line: number; column: number } {
  const [, line, underline] = /^:(\d+)\n.*?\n( *)\^+\n/s.exec(stack) ?? [];
  return line === undefined
    ? { line: 1, column: 1 }
    : { line: Number(line), column: (underline ?? '').length + 1 };
}
