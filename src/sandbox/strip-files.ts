/** For pages and tools, which run in Node: strips ahead of time what a program will run, for `Program.stripped`. */
import { stripTypeScriptTypes } from 'node:module';
import type { Files } from './engine.ts';

/**
 * The `.ts` files among those given, with their types blanked out by Node itself.
 * Throws Node's own error for a file that cannot be stripped, with its path in front.
 */
export function stripFiles(files: Files): Files {
  const typed = Object.entries(files).filter(([path]) => isTypeScript(path));
  return Object.fromEntries(typed.map(([path, text]) => [path, strip(path, text)]));
}

function isTypeScript(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}

function strip(path: string, text: string): string {
  try {
    return stripTypeScriptTypes(text);
  } catch (error) {
    if (error instanceof Error) error.message = `${path}: ${error.message}`;
    throw error;
  }
}
