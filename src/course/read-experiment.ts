/** Reads an experiment's folder, with its recording. */

import { readDescription } from './description.ts';
import { type Report, wholeFile } from './diagnostic.ts';
import type { ThingFolder } from './layout.ts';
import type { CourseExperiment, Texts } from './model.ts';
import { quote } from './names.ts';
import { readRecording } from './read-recording.ts';
import type { Reading } from './reading.ts';
import { experiment, type Recording } from './schema.ts';

const read = 'src/course/schema.ts, "experiment"';

export function readExperiment(
  { path, name, files }: ThingFolder,
  lesson: { readonly name: string; readonly path: string; readonly page: string },
  reading: Reading,
): CourseExperiment | undefined {
  const file = `${path}/experiment.yaml`;
  const { report } = reading;
  reading.names.experiment.give(name, wholeFile(file));
  const programs = readPrograms(path, files, report);
  const expected = 'a file that describes the experiment';
  const yaml = readDescription({ file, expected, read, page: lesson.page }, experiment, reading);
  if (yaml === undefined) return undefined;
  const { entry, exercise, outcome, prediction } = yaml.value;
  if (!exercise) reading.noExercises.add(name);
  if (programs.files[entry] === undefined) {
    const names = Object.keys(programs.files).join(', ') || 'there is none yet';
    const expected = `entry: one of the experiment's files: ${names}`;
    report({ ...yaml.place(['entry']), expected, found: quote(entry), read });
    return undefined;
  }

  const mistake = exerciseMistake(exercise !== undefined, programs);
  if (mistake) report({ ...wholeFile(file), ...mistake, read });

  const recording = readRecording({ name, files: programs.files }, lesson.path, reading);
  const needsKey = (path: readonly [string, string], mark: string, key: string) => {
    if (!recording || markKeys(recording, mark).includes(key)) return;
    const keys = markKeys(recording, mark).map(quote).join(', ') || `no mark \`${mark}\``;
    const expected = `${path.join('.')}: a key that the program reports in its mark \`${mark}\``;
    const found = `${quote(key)}, and its recording has ${keys}`;
    report({ ...yaml.place(path), expected, found, read });
  };
  if (prediction) needsKey(['prediction', 'measured'], 'result', prediction.measured);
  if (outcome) needsKey(['outcome', 'key'], outcome.mark, outcome.key);
  if (recording && (recording.outcomes !== undefined) !== (outcome !== undefined)) {
    const [has, should] = outcome ? ['one run only', 'many runs'] : ['many runs', 'one run only'];
    const expected = `a recording with ${should}: the experiment names ${outcome ? 'an' : 'no'} outcome`;
    const recordAgain = `src/course/schema.ts, "recording": run \`npm run record -- ${name}\``;
    const place = outcome ? yaml.place(['outcome']) : wholeFile(file);
    report({ ...place, expected, found: has, read: recordAgain });
  }
  return {
    ...yaml.value,
    ...programs,
    // The entry is what a reader reads first.
    files: { [entry]: programs.files[entry], ...programs.files },
    name,
    lesson: lesson.name,
    folder: path,
    recording,
  };
}

/** What is shown, what checks the exercise, and what solves it. */
function readPrograms(path: string, all: Texts, report: Report) {
  const files: Record<string, string> = {};
  const solution: Record<string, string> = {};
  let check: string | undefined;
  for (const [inside, text] of Object.entries(all)) {
    if (inside === 'experiment.yaml') continue;
    if (!inside.endsWith('.ts')) {
      const expected = 'only experiment.yaml and .ts files beside it';
      report({ ...wholeFile(`${path}/${inside}`), expected, found: quote(inside), read });
    } else if (inside === 'check.ts') check = text;
    else if (inside.startsWith('solution/')) solution[inside.slice('solution/'.length)] = text;
    else files[inside] = text;
  }
  return { files, check, solution };
}

/** An exercise is whole: a task, a check and a solution of files that there are; or none of them. */
function exerciseMistake(
  hasTask: boolean,
  { files, check, solution }: Pick<CourseExperiment, 'files' | 'check' | 'solution'>,
): { readonly expected: string; readonly found: string } | undefined {
  const solved = Object.keys(solution);
  const parts = [
    ...(hasTask ? ['`exercise`'] : []),
    ...(check === undefined ? [] : ['check.ts']),
    ...(solved.length === 0 ? [] : ['solution/']),
  ];
  if (parts.length === 1 || parts.length === 2) {
    const expected = '`exercise`, check.ts and solution/, or none of them';
    return { expected, found: `only ${parts.join(' and ')}` };
  }
  const strange = solved.find((name) => files[name] === undefined);
  if (strange === undefined) return undefined;
  return { expected: 'in solution/ only files that the exercise has', found: quote(strange) };
}

const markKeys = ({ trace }: Recording, mark: string): string[] =>
  trace.flatMap((event) =>
    event.type === 'mark' && event.name === mark ? Object.keys(event.detail ?? {}) : [],
  );
