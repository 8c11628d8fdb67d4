/** Every mistake in the content that can be found without running it. */
import type { Diagnostic } from '../src/course/diagnostic.ts';
import { readCourse } from '../src/course/read.ts';
import { unerasableTypes } from './erasable-types.ts';

/** `files` is what `readContentFiles` gives. */
export function contentMistakes(files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const { diagnostics } = readCourse(files);
  const programs = Object.entries(files).filter(([path]) => path.endsWith('.ts'));
  return [...diagnostics, ...programs.flatMap(([path, text]) => unerasableTypes(path, text))];
}
