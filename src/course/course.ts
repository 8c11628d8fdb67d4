/** The course that this site is made of: `readCourse` bound to the files of `content/`. Its mistakes are told by `tools/content-check.ts`. */
import { createLinks } from './links.ts';
import { readCourse } from './read.ts';

const texts = import.meta.glob<string>(['/content/**/*', '!**/__pycache__/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const links = createLinks(import.meta.env.BASE_URL);
export const { course } = readCourse(
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.slice(1), text])),
  links,
);
