/** Makes a program ready for the host: every `.ts` file gets its stripped text, or the fault that stands in the way. */
import type { Program } from '../engine.ts';
import type { Strip } from '../typescript/strip.ts';
import type { Stripper } from '../typescript/stripper.ts';
import type { PreparedProgram } from './wire/page-messages.ts';

/** Strips only what does not come stripped; a program that was not edited needs no stripper at all. */
export async function prepareProgram(
  program: Program,
  stripper: Stripper,
): Promise<PreparedProgram> {
  const { files, entry, args = [], env = {}, stripped = {} } = program;
  const typed = Object.entries(files).filter(([path]) => /\.[cm]?ts$/.test(path));
  const strips = await Promise.all(
    typed.map(async ([path, text]): Promise<[string, Strip]> => {
      const code = Object.hasOwn(stripped, path) ? stripped[path] : undefined;
      if (code !== undefined && belongs(code, text)) return [path, { type: 'code', code }];
      return [path, await stripper.strip(path, text)];
    }),
  );
  return { files, entry, args, env, strips: Object.fromEntries(strips) };
}

/**
 * Whether a stripped text can be that of a file: types are only ever blanked out, so it has the same length and lines.
 * It guards against a stale text; that it is the right one is the promise of `Program.stripped`.
 */
function belongs(code: string, text: string): boolean {
  if (code.length !== text.length) return false;
  for (let i = 0; i < code.length; i++) {
    if (code[i] !== text[i] && code[i] !== ' ' && code[i] !== ';') return false;
  }
  return true;
}
