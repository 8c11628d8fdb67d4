/** Reads a twin's folder: the Python files as shown, and what they printed. */
import type { ThingFolder } from './layout.ts';
import type { CourseTwin } from './model.ts';
import { quote } from './names.ts';
import type { Reading } from './reading.ts';
import { checkFields } from './references.ts';
import { twin } from './schema.ts';
import { readYaml } from './yaml-file.ts';

const read = 'src/course/schema.ts, "twin"';

export function readTwin(
  { path, name, files }: ThingFolder,
  lesson: { readonly name: string; readonly page: string },
  reading: Reading,
): CourseTwin | undefined {
  const file = `${path}/twin.yaml`;
  const { report } = reading;
  reading.names.twin.give(name, { file, line: 1, column: 1 });

  const missing = (inside: string, expected: string) =>
    report({ file: `${path}/${inside}`, line: 1, column: 1, expected, found: 'no file', read });
  const text = files['twin.yaml'];
  if (text === undefined) {
    missing('twin.yaml', 'a file that describes the twin');
    return undefined;
  }
  const yaml = readYaml({ file, text, read }, twin, report);
  if (yaml.value === undefined) return undefined;
  checkFields(yaml.value, yaml.place, lesson.page, reading);

  yaml.value.files.forEach((shown, index) => {
    if (files[shown] !== undefined) return;
    report({
      ...yaml.place(['files', index]),
      expected: 'a file of the same folder',
      found: quote(shown),
      read,
    });
  });
  const printed = files['output.txt'];
  if (printed === undefined)
    missing('output.txt', 'what the twin printed: run `npm run test:twins`');
  else if (!printed.startsWith('# ')) {
    const expected =
      'lines that begin with "# " for the versions, date and command; an empty line; the output';
    report({
      file: `${path}/output.txt`,
      line: 1,
      column: 1,
      expected,
      found: quote(printed.split('\n', 1)[0] ?? ''),
      read,
    });
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
