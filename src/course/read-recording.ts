/** Reads the stored run of an experiment. */
import { type Diagnostic, wholeFile } from './diagnostic.ts';
import { issueWords } from './issue-words.ts';
import type { Texts } from './model.ts';
import { quote } from './names.ts';
import { neededText, type Reading } from './reading.ts';
import { type Recording, recording } from './schema.ts';
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
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    mistake({ expected: 'JSON, written by the tool alone', found });
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
