/** The course as it lies in `content/`. */
import { readCourse } from '../../src/course/read.ts';
import { readContentFiles } from '../../tools/content-files.ts';

export const files = readContentFiles('.');
export const { course } = readCourse(files);
export const experiments = course.lessons.flatMap((lesson) => lesson.experiments);
