/** The course grew from an article's claims. Each of them is judged, and taught somewhere. */
import { expect, it } from 'vitest';
import { course } from './real-course.ts';

const all = Array.from({ length: 42 }, (_, index) => `C${index + 1}`);

it('judges every claim', () => {
  expect(course.claims.map(({ id }) => id)).toEqual(all);
});

it('teaches every claim, or says in content/coming.yaml that it is still to come', () => {
  const covered = [...course.lessons, ...course.coming].flatMap(({ claims }) => claims);
  expect(all.filter((id) => !covered.includes(id))).toEqual([]);
});
