/**
 * Which questions are too easy, too hard or ambiguous: `npm run answers -- <file> …`
 *
 * The files are what readers export on `/progress/` and send of their own accord; nothing else tells us anything about
 * them. A file is one reader; two files of the same reader count once. Their form is in `src/progress/export-file.ts`.
 * Of all that is in them only answers to questions are looked at: no notes, no versions of experiments.
 *
 * What counts is each reader's first answer to a question in its revision of today, because the explanation of a wrong
 * answer tells the right one. Behind the share of right ones stands the interval in which it lies with 95 % (Wilson's),
 * so that a few readers prove nothing. A question is
 *
 * - too easy where that interval lies above 90 %, which takes 35 readers at least;
 * - too hard where it lies below 40 %, which takes 6;
 * - ambiguous where the right answer and one wrong answer are both given by surely more than a quarter, which takes 12:
 *   readers are split, and its words may allow of both.
 *
 * Beneath each stand the wrong answers that were given, with how many gave them and the misconception that they show.
 * Ends with 1 where a file could not be read; the others count all the same.
 */
import { readFileSync } from 'node:fs';
import { readCourse } from '../src/course/read.ts';
import { readExport } from '../src/progress/export-file.ts';
import type { Progress } from '../src/progress/progress.ts';
import { readContentFiles } from './content-files.ts';
import { figuresOf, type QuestionFigures, readersOf } from './question-figures.ts';

const files = process.argv.slice(2);
if (files.length === 0) refuse('Name the files that readers exported: npm run answers -- <file> …');

const readers = readersOf(files.flatMap(readProgress));
const figures = figuresOf(readCourse(readContentFiles(process.cwd())).course, readers);
const answered = figures.filter((each) => each.readers > 0);
const unanswered = figures.filter((each) => each.readers === 0);
if (readers.length > 0) {
  console.log(`${readers.length} ${readers.length === 1 ? 'reader' : 'readers'}\n`);
  for (const line of answered.flatMap(linesOf)) console.log(line);
  if (unanswered.length > 0)
    console.log(`\nNot answered yet: ${unanswered.map(({ id }) => id).join(', ')}`);
}

/** Nothing where the file cannot be read, which is said. */
function readProgress(path: string): Progress[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    refuse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  const file = readExport(text);
  if (file.type === 'refused') {
    refuse(`${path}: ${file.reason}`);
    return [];
  }
  if (file.invalid.length > 0)
    console.error(`${path}: left out what could not be read: ${file.invalid.join(', ')}`);
  return [file.stored.progress];
}

function linesOf({ id, readers, right, rightShare, wrong, finding }: QuestionFigures): string[] {
  const between = `${percent(rightShare.low)} to ${percent(rightShare.high)} %`;
  const share = `${right} of ${readers} right at first, ${percent(right / readers)} % (${between})`;
  return [
    `${id}: ${share}${finding ? ` – ${finding}` : ''}`,
    ...wrong.map(
      ({ about, misconception, readers }) =>
        `  ${String(readers).padStart(4)} × ${onOneLine(about)}${misconception ? ` [${misconception}]` : ''}`,
    ),
  ];
}

function refuse(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

function onOneLine(text: string): string {
  const line = text.trim().replaceAll(/\s*\n\s*/g, ' ⏎ ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}
