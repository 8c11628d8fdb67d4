/** Reads the lists of the whole course: its glossary, the claims that it judges, the map of tools, the ideas behind wrong answers. */
import { type Misconception, misconceptionsFile } from '../quiz/quiz-file.ts';
import { readEntries } from './entries.ts';
import type { Reading } from './reading.ts';
import { authorLinks } from './references.ts';
import { type Claim, claims, type GlossaryEntry, glossary, type Tool, tools } from './schema.ts';

export function readGlossary(reading: Reading): readonly GlossaryEntry[] {
  const file = 'content/glossary.yaml';
  const read = 'src/course/schema.ts, "glossary"';
  const page = authorLinks.glossary;
  const about = { file, read, page, kind: 'term', expected: 'the glossary of the course' } as const;
  const list = readEntries(about, glossary, reading);
  reading.pages.set(page, list && new Set(list.value.map(({ id }) => id)));
  reading.later(() => {
    list?.value.forEach(({ see }, index) => {
      see.forEach((id, position) => {
        reading.names.term.check(id, list.place([index, 'see', position]), read);
      });
    });
  });
  return list?.value ?? [];
}

export function readClaims(reading: Reading): readonly Claim[] {
  const file = 'content/claims.yaml';
  const read = 'src/course/schema.ts, "claims"';
  const page = authorLinks.about;
  const about = { file, read, page, kind: 'claim', expected: 'the claims of the course' } as const;
  return readEntries(about, claims, reading)?.value ?? [];
}

/** A course whose questions name none needs no file: a tag that is not there is reported where it is used. */
export function readMisconceptions(reading: Reading): readonly Misconception[] {
  const file = 'content/misconceptions.yaml';
  if (reading.files[file] === undefined) return [];
  const read = 'src/quiz/quiz-file.ts, "misconceptions"';
  const page = authorLinks.home;
  const about = { file, read, page, kind: 'misconception', expected: 'misconceptions' } as const;
  return readEntries(about, misconceptionsFile, reading)?.value ?? [];
}

/** A course without a map of tools needs no file. */
export function readTools(reading: Reading): readonly Tool[] {
  const file = 'content/tools.yaml';
  if (reading.files[file] === undefined) return [];
  const read = 'src/course/schema.ts, "tools"';
  const page = authorLinks.tools;
  const about = { file, read, page, kind: 'tool', expected: 'the map of tools' } as const;
  const list = readEntries(about, tools, reading);
  reading.pages.set(page, list && new Set(list.value.map(({ id }) => id)));
  reading.later(() => {
    list?.value.forEach(({ executed }, index) => {
      executed.forEach(({ twin }, position) => {
        const place = list.place([index, 'executed', position, 'twin']);
        reading.names.twin.check(twin, place, read);
      });
    });
  });
  return list?.value ?? [];
}
