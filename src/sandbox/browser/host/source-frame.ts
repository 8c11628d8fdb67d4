/** The place and the marked line that Node prints above an error. */

/** Line and column of an index in a text, both counted from 1. */
export function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n') };
}

/**
 * For example
 *
 *     file:///home/lesson/main.ts:3
 *     import { x } from './t.ts';
 *              ^
 */
export function sourceFrame(path: string, text: string, line: number, column: number): string {
  const code = text.split('\n')[line - 1] ?? '';
  return `file://${path}:${line}\n${code}\n${' '.repeat(Math.max(0, column - 1))}^`;
}
