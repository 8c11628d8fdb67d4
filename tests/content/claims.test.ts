/** The course grew from an article's claims. Each of them is judged, and taught somewhere. */
import { expect, it } from 'vitest';
import { course } from './real-course.ts';

const all = Array.from({ length: 42 }, (_, index) => `C${index + 1}`);

/** Claims whose lessons are still to be written. A new lesson takes its claims out of this list. */
const coming = new Set(
  `C3 C4 C5 C7 C8 C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C22
  C27 C28 C30 C31 C33 C34 C36 C37 C38 C39 C41 C42`.split(/\s+/),
);

it('judges every claim', () => {
  expect(course.claims.map(({ id }) => id)).toEqual(all);
});

it('teaches every claim, or says that it is still to come', () => {
  const taught = new Set(course.lessons.flatMap(({ claims }) => claims));
  expect(all.filter((id) => taught.has(id) === coming.has(id))).toEqual([]);
});
