/** What the entries of all kinds have in common. */
import type { ListingLanguage, Zod } from './types.ts';

/** Lower-case words joined by hyphens, as in every name of the course. */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const READ = /^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$/;

export const commonFields = (zod: Zod) => ({
  /** Unique in the course, and never used again for another question: stored answers go by it. */
  id: zod.string().regex(NAME, 'lower-case words joined by hyphens'),
  /** Raise it when the question changes in what it asks: readers are then asked again. */
  revision: zod.number().int().positive(),
  /**
   * The id of another question of the same file that this one asks in changed code or words.
   * It stands in no lesson and no quiz: reviews ask it in the other one's place.
   */
  variantOf: zod.string().regex(NAME, 'the id of another question').optional(),
  /** Markdown. The first paragraph is the question's legend. */
  prompt: zod.string().min(3),
});

/** The paragraph that answers a question, as `lesson#anchor`. The anchor is checked. */
export const readField = (zod: Zod) => zod.string().regex(READ, 'lesson#anchor');

/** A tag of `content/misconceptions.yaml`. */
export const misconceptionField = (zod: Zod) =>
  zod.string().regex(NAME, 'a tag of content/misconceptions.yaml');

const languages = [
  'ts',
  'python',
  'sql',
  'shellscript',
  'yaml',
  'text',
] as const satisfies ListingLanguage[];

/** The language of a listing. */
export const languageField = (zod: Zod) => zod.enum(languages);
