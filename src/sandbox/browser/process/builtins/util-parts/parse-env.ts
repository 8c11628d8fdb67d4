/** The text of an `.env` file. */
import { checkString } from '../../argument-checks.ts';

const LINE =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\n#]*))/gm;

export function parseEnv(content: unknown): Record<string, string> {
  checkString(content, 'content');
  const values: Record<string, string> = {};
  for (const [, name = '', double, single, back, plain] of content
    .replaceAll('\r\n', '\n')
    .matchAll(LINE)) {
    values[name] = double?.replaceAll('\\n', '\n') ?? single ?? back ?? (plain ?? '').trim();
  }
  return values;
}
