/** Reads the lists of the whole course: its glossary, the claims that it judges, the ideas behind wrong answers. */
import type { z } from 'astro/zod';
import { type Misconception, misconceptionsFile } from '../quiz/quiz-file.ts';
import type { Kind, Reading } from './reading.ts';
import { authorLinks, checkFields } from './references.ts';
import { type Claim, claims, type GlossaryEntry, glossary } from './schema.ts';
import { readYaml } from './yaml-file.ts';

/** `needed` is false for a course that has nothing yet. */
export function readGlossary(reading: Reading, needed: boolean): readonly GlossaryEntry[] {
  const list = readList('glossary', 'term', glossary, reading, needed);
  reading.pages.set(authorLinks.glossary, new Set(list.value?.map(({ id }) => id)));
  reading.later(() => {
    list.value?.forEach(({ see }, index) => {
      see.forEach((id, position) => {
        reading.names.term.check(
          id,
          list.place([index, 'see', position]),
          'src/course/schema.ts, "glossary"',
        );
      });
    });
  });
  return list.value ?? [];
}

export function readClaims(reading: Reading, needed: boolean): readonly Claim[] {
  return readList('claims', 'claim', claims, reading, needed).value ?? [];
}

/** A course whose questions name none needs no file: a tag that is not there is reported where it is used. */
export function readMisconceptions(reading: Reading): readonly Misconception[] {
  return (
    readList('misconceptions', 'misconception', misconceptionsFile, reading, false).value ?? []
  );
}

function readList<Schema extends z.ZodType<readonly { id: string }[]>>(
  name: 'glossary' | 'claims' | 'misconceptions',
  kind: Kind,
  schema: Schema,
  reading: Reading,
  needed: boolean,
) {
  const file = `content/${name}.yaml`;
  const schemas = name === 'misconceptions' ? 'src/quiz/quiz-file.ts' : 'src/course/schema.ts';
  const read = `${schemas}, "${name}"`;
  const text = reading.files[file];
  if (text === undefined && needed) {
    reading.report({
      file,
      line: 1,
      column: 1,
      expected: `the ${name} of the course`,
      found: 'no file',
      read,
    });
  }
  const yaml = readYaml({ file, text: text ?? '[]', read }, schema, reading.report);
  yaml.value?.forEach(({ id }, index) => {
    reading.names[kind].give(id, yaml.place([index, 'id']));
  });
  checkFields(yaml.value, yaml.place, authorLinks.glossary, reading);
  return yaml;
}
