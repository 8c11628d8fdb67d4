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
  const { entry, prediction } = yaml.value;
  if (programs.files[entry] === undefined) {
    const names = Object.keys(programs.files).join(', ') || 'there is none yet';
    const expected = `entry: one of the experiment's files: ${names}`;
    report({ ...yaml.place(['entry']), expected, found: quote(entry), read });
    return undefined;
  }

  const mistake = exerciseMistake(yaml.value.exercise !== undefined, programs);
  if (mistake) report({ ...wholeFile(file), ...mistake, read });

  const recording = readRecording({ name, files: programs.files }, lesson.path, reading);
  if (prediction && recording && !resultKeys(recording).includes(prediction.measured)) {
    const keys = resultKeys(recording).map(quote).join(', ') || 'no mark `result`';
    const expected = 'prediction.measured: a key that the program reports in its mark `result`';
    const found = `${quote(prediction.measured)}, and its recording has ${keys}`;
    report({ ...yaml.place(['prediction', 'measured']), expected, found, read });
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

const resultKeys = ({ trace }: Recording): string[] =>
  trace.flatMap((event) =>
    event.type === 'mark' && event.name === 'result' ? Object.keys(event.detail ?? {}) : [],
  );
