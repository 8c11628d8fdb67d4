/** Reads the stored run of an experiment. */
import { type Diagnostic, wholeFile } from './diagnostic.ts';
import { issueWords } from './issue-words.ts';
import { quote } from './names.ts';
import { neededText, type Reading } from './reading.ts';
import { type Recording, recording } from './schema.ts';

export function readRecording(
  experiment: string,
  lessonPath: string,
  reading: Reading,
): Recording | undefined {
  const file = `${lessonPath}/recordings/${experiment}.json`;
  const read = 'src/course/schema.ts, "recording": run `npm run record`';
  const mistake = (words: Pick<Diagnostic, 'expected' | 'found'>) =>
    reading.report({ ...wholeFile(file), ...words, read });

  const expected = `a recording of the experiment ${quote(experiment)}`;
  const text = neededText(file, { expected, read }, reading);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    mistake({
      expected: 'JSON, written by the tool alone',
      found: error instanceof Error ? error.message : String(error),
    });
    return undefined;
  }
  const result = recording.safeParse(data);
  if (!result.success) {
    for (const issue of result.error.issues) mistake(issueWords(issue, data));
    return undefined;
  }
  if (result.data.experiment !== experiment) {
    mistake({ expected: `experiment: ${quote(experiment)}`, found: quote(result.data.experiment) });
  }
  return result.data;
}
