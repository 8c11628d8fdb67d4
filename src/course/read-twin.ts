/** Reads a twin's folder: the Python files as shown, and what they printed. */
import { readDescription } from './description.ts';
import { wholeFile } from './diagnostic.ts';
import type { ThingFolder } from './layout.ts';
import { machinePath } from './machine-path.ts';
import type { CourseTwin } from './model.ts';
import { quote } from './names.ts';
import { neededText, type Reading } from './reading.ts';
import { twin } from './schema.ts';

const read = 'src/course/schema.ts, "twin"';

export function readTwin(
  { path, name, files }: ThingFolder,
  lesson: { readonly name: string; readonly page: string },
  reading: Reading,
): CourseTwin | undefined {
  const file = `${path}/twin.yaml`;
  const { report } = reading;
  reading.names.twin.give(name, wholeFile(file));
  const expected = 'a file that describes the twin';
  const yaml = readDescription({ file, expected, read, page: lesson.page }, twin, reading);
  if (yaml === undefined) return undefined;

  yaml.value.files.forEach((shown, index) => {
    if (files[shown] !== undefined) return;
    report({
      ...yaml.place(['files', index]),
      expected: 'a file of the same folder',
      found: quote(shown),
      read,
    });
  });
  const outputFile = `${path}/output.txt`;
  const words = { expected: 'what the twin printed: run `npm run test:twins`', read };
  const printed = neededText(outputFile, words, reading);
  if (printed !== undefined && !printed.startsWith('# ')) {
    const expected =
      'lines that begin with "# " for the versions, date and command; an empty line; the output';
    const found = quote(printed.split('\n', 1)[0] ?? '');
    report({ ...wholeFile(outputFile), expected, found, read });
  }
  const told = printed && machinePath(printed);
  if (told) {
    const expected = 'nothing of where it was run';
    report({ ...wholeFile(outputFile), expected, found: quote(told), read });
  }
  return {
    ...yaml.value,
    name,
    lesson: lesson.name,
    folder: path,
    files: Object.fromEntries(yaml.value.files.map((shown) => [shown, files[shown] ?? ''])),
    ...parseOutput(printed ?? ''),
  };
}

/** Lines that begin with `# ` up to the first empty line; then the output. */
function parseOutput(text: string): { provenance: readonly string[]; output: string } {
  const [, head = '', output = text] = /^((?:# [^\n]*\n)+)\n?(.*)$/s.exec(text) ?? [];
  const provenance = head.split('\n').filter(Boolean);
  return { provenance: provenance.map((line) => line.slice(2)), output };
}
