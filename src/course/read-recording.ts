/** Reads the stored run of an experiment. */
import type { Diagnostic } from './diagnostic.ts';
import { issueWords } from './issue-words.ts';
import { quote } from './names.ts';
import type { Reading } from './reading.ts';
import { type Recording, recording } from './schema.ts';

/** What the recording has to belong to. */
interface Recorded {
  readonly name: string;
}

export function readRecording(
  { name }: Recorded,
  lessonPath: string,
  { files, report }: Reading,
): Recording | undefined {
  const file = `${lessonPath}/recordings/${name}.json`;
  const mistake = (words: Pick<Diagnostic, 'expected' | 'found'>) =>
    report({
      file,
      line: 1,
      column: 1,
      ...words,
      read: 'src/course/schema.ts, "recording": run `npm run record`',
    });

  const text = files[file];
  if (text === undefined) {
    mistake({ expected: `a recording of the experiment ${quote(name)}`, found: 'no file' });
    return undefined;
  }
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
  if (result.data.experiment !== name) {
    mistake({ expected: `experiment: ${quote(name)}`, found: quote(result.data.experiment) });
  }
  return result.data;
}
