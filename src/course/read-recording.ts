/** Reads the stored run of an experiment. */

import { TRACE_VERSION } from '../trace/trace-event.ts';
import { type Diagnostic, wholeFile } from './diagnostic.ts';
import { issueWords } from './issue-words.ts';
import { machinePath } from './machine-path.ts';
import type { Texts } from './model.ts';
import { quote } from './names.ts';
import { neededText, type Reading } from './reading.ts';
import { RECORDING_VERSION, type Recording, recording } from './schema.ts';
import { isStale } from './source-hash.ts';

/** A stale recording is reported and given all the same: it is nearer to the truth than none. */
export function readRecording(
  experiment: { readonly name: string; readonly files: Texts },
  lessonPath: string,
  reading: Reading,
): Recording | undefined {
  const file = `${lessonPath}/recordings/${experiment.name}.json`;
  const read = 'src/course/schema.ts, "recording": run `npm run record`';
  const mistake = (words: Pick<Diagnostic, 'expected' | 'found'>) =>
    reading.report({ ...wholeFile(file), ...words, read });

  const expected = `a recording of the experiment ${quote(experiment.name)}`;
  const text = neededText(file, { expected, read }, reading);
  if (text === undefined) return undefined;
  const path = machinePath(text);
  if (path !== undefined) {
    mistake({ expected: 'nothing of where it was recorded', found: quote(path) });
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    mistake({ expected: 'JSON, written by the tool alone', found });
    return undefined;
  }
  const otherVersion = otherVersionOf(data);
  if (otherVersion) {
    mistake(otherVersion);
    return undefined;
  }
  const result = recording.safeParse(data);
  if (!result.success) {
    for (const issue of result.error.issues) mistake(issueWords(issue, data));
    return undefined;
  }
  if (result.data.experiment !== experiment.name) {
    mistake({
      expected: `experiment: ${quote(experiment.name)}`,
      found: quote(result.data.experiment),
    });
  }
  if (isStale(result.data, experiment.files)) {
    const found = 'a recording of another source';
    mistake({ expected: "a recording of the experiment's files as they are now", found });
  }
  return result.data;
}

/** A recording in a form that is not today's is no heap of small mistakes: it has to be made again. */
function otherVersionOf(data: unknown): Pick<Diagnostic, 'expected' | 'found'> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const versions: readonly (readonly [key: string, today: number])[] = [
    ['version', RECORDING_VERSION],
    ['traceVersion', TRACE_VERSION],
  ];
  for (const [key, today] of versions) {
    const version: unknown = Reflect.get(data, key);
    if (version === today || !(version === undefined || Number.isInteger(version))) continue;
    const age = Number(version ?? 0) < today ? 'an older form' : 'a newer form';
    const remedy = age === 'an older form' ? 'record it again' : 'bring the project up to date';
    const had = version === undefined ? 'none' : String(version);
    return { expected: `${key}: ${today}`, found: `${had}: a recording in ${age}; ${remedy}` };
  }
  return undefined;
}
