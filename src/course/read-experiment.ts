/** Reads an experiment's folder, with its recording. */
import type { ThingFolder } from './layout.ts';
import type { CourseExperiment, Texts } from './model.ts';
import { readRecording } from './read-recording.ts';
import type { Reading } from './reading.ts';
import { checkFields } from './references.ts';
import { experiment } from './schema.ts';
import { readYaml } from './yaml-file.ts';

const read = 'src/course/schema.ts, "experiment"';

export function readExperiment(
  { path, name, files }: ThingFolder,
  lesson: { readonly name: string; readonly path: string; readonly page: string },
  reading: Reading,
): CourseExperiment | undefined {
  const file = `${path}/experiment.yaml`;
  const { report } = reading;
  reading.names.experiment.give(name, { file, line: 1, column: 1 });

  const { 'experiment.yaml': text, 'check.ts': check, ...rest } = files;
  if (text === undefined) {
    report({
      file,
      line: 1,
      column: 1,
      expected: 'a file that describes the experiment',
      found: 'no file',
      read,
    });
    return undefined;
  }
  const yaml = readYaml({ file, text, read }, experiment, report);
  if (yaml.value === undefined) return undefined;

  checkFields(yaml.value, yaml.place, lesson.page, reading);

  const shown: Record<string, string> = {};
  const solution: Record<string, string> = {};
  for (const [inside, source] of Object.entries(rest)) {
    const inSolution = inside.startsWith('solution/');
    (inSolution ? solution : shown)[inSolution ? inside.slice('solution/'.length) : inside] =
      source;
    if (!inside.endsWith('.ts')) {
      const expected = 'only experiment.yaml and .ts files beside it';
      report({ file: `${path}/${inside}`, line: 1, column: 1, expected, found: inside, read });
    }
  }
  const { entry } = yaml.value;
  if (shown[entry] === undefined) {
    const expected = `entry: one of the experiment's files: ${Object.keys(shown).join(', ') || 'there is none yet'}`;
    report({ ...yaml.place(['entry']), expected, found: entry, read });
    return undefined;
  }
  return {
    ...yaml.value,
    name,
    lesson: lesson.name,
    folder: path,
    files: entryFirst(shown, entry),
    check,
    solution,
    recording: readRecording({ name }, lesson.path, reading),
  };
}

/** The entry is what a reader reads first. */
const entryFirst = (files: Texts, entry: string): Texts => ({
  [entry]: files[entry] ?? '',
  ...files,
});
