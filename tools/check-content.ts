/**
 * Tells every mistake in the content: `npm run check:content`. Ends with 1 where there is one.
 * The build and the dev server run it too, see `content-check.ts`.
 */
import { diagnosticsText } from '../src/course/diagnostic.ts';
import { readContentFiles } from './content-files.ts';
import { contentMistakes } from './content-mistakes.ts';

const mistakes = contentMistakes(readContentFiles(process.cwd()));
if (mistakes.length > 0) {
  console.error(diagnosticsText(mistakes));
  process.exitCode = 1;
} else console.log('No mistakes in the content.');
