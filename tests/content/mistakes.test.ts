import { expect, it } from 'vitest';
import { diagnosticsText } from '../../src/course/diagnostic.ts';
import { contentMistakes } from '../../tools/content-mistakes.ts';
import { course, files } from './real-course.ts';

it('has no mistakes', () => {
  expect(diagnosticsText(contentMistakes(files))).toBe('0 mistakes in the content');
});

it('has something to read', () => {
  expect(course.lessons).not.toEqual([]);
});
