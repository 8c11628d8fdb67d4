/** The course grew from an article's claims. Each of them is judged, and taught somewhere. */
import { expect, it } from 'vitest';
import { course } from './real-course.ts';

const all = Array.from({ length: 42 }, (_, index) => `C${index + 1}`);

/** Claims whose lessons are still to be written. A new lesson takes its claims out of this list. */
const coming = new Set(
  `C9 C18 C19 C21 C22 C23 C24 C26 C27 C28 C30 C31 C35 C36 C38 C40 C41 C42`.split(/\s+/),
);

it('judges every claim', () => {
  expect(course.claims.map(({ id }) => id)).toEqual(all);
});

it('teaches every claim, or says that it is still to come', () => {
  const taught = new Set(course.lessons.flatMap(({ claims }) => claims));
  expect(all.filter((id) => taught.has(id) === coming.has(id))).toEqual([]);
});
