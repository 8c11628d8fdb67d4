/**
 * Begins a lesson: `npm run new:lesson -- the-question where-work-can-run`.
 * Afterwards `npm run check:content` tells what there is to fill in.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readCourse } from '../src/course/read.ts';
import { readContentFiles } from './content-files.ts';
import { lessonSkeleton, placeOf } from './lesson-skeleton.ts';

const [section = '', name = ''] = process.argv.slice(2);
const sections = existsSync('content')
  ? readdirSync('content').filter((entry) => /^\d\d-/.test(entry))
  : [];
const sectionFolder = sections.find((folder) => folder.slice(3) === section);
const { course } = readCourse(readContentFiles('.'));

if (sectionFolder === undefined) {
  refuse(
    `There is no section "${section}". There are: ${sections.map((folder) => folder.slice(3)).join(', ')}`,
  );
} else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  refuse(`A lesson's name is lower-case words joined by hyphens, not "${name}".`);
} else if (course.lessons.some((lesson) => lesson.name === name)) {
  refuse(`There is a lesson "${name}" already.`);
} else {
  const path = `content/${sectionFolder}`;
  const files = lessonSkeleton(placeOf(name, path, readdirSync(path), course));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    console.log(file);
  }
  console.log('\nNow npm run check:content tells what there is to fill in.');
}

function refuse(why: string): void {
  console.error(`${why}\nUsage: npm run new:lesson -- <section> <name>`);
  process.exitCode = 1;
}
