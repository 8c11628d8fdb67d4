/** Binds Astro to the lessons' text. Everything else about a lesson comes from `course/course.ts`. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lesson } from './course/schema.ts';

const lessons = defineCollection({
  loader: glob({
    base: './content',
    pattern: '*/*/lesson.mdx',
    // `01-the-question/02-the-slow-view/lesson.mdx` is `the-question/the-slow-view`, the id of a `CourseLesson`.
    generateId: ({ entry }) =>
      entry
        .split('/')
        .slice(0, 2)
        .map((folder) => folder.replace(/^\d\d-/, ''))
        .join('/'),
  }),
  schema: lesson,
});

export const collections = { lessons };
