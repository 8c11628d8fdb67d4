/** Every address of the site, made in one place, so that the site also works under a folder (`base`). */

export interface Links {
  readonly home: string;
  readonly scratchpad: string;
  readonly glossary: string;
  readonly about: string;
  readonly tools: string;
  readonly guide: string;
  readonly claims: string;
  section(section: string): string;
  /** `anchor` is the id of a heading of the lesson, without `#`. */
  lesson(section: string, lesson: string, anchor?: string): string;
  sectionQuiz(section: string): string;
  term(id: string): string;
}

/** `base` is the folder that the site is served from, as in `import.meta.env.BASE_URL`: `/` or `/course` or `/course/`. */
export function createLinks(base: string): Links {
  const root = base.endsWith('/') ? base : `${base}/`;
  const glossary = `${root}glossary/`;
  const lesson = (section: string, name: string) => `${root}${section}/${name}/`;
  return {
    home: root,
    scratchpad: `${root}scratchpad/`,
    glossary,
    about: `${root}about/`,
    tools: `${root}tools/`,
    guide: `${root}decide/`,
    claims: `${root}claims/`,
    section: (section) => `${root}${section}/`,
    lesson: (section, name, anchor) => lesson(section, name) + (anchor ? `#${anchor}` : ''),
    sectionQuiz: (section) => lesson(section, quizName),
    term: (id) => `${glossary}#${id}`,
  };
}

/** Stands where a lesson's name would, so no lesson can have it. */
export const quizName = 'quiz';

/** First parts of addresses that belong to pages of the site, so no section can have them as its name. */
export const pageNames: readonly string[] = [
  'about',
  'claims',
  'decide',
  'engine',
  'glossary',
  'progress',
  'review',
  'sandbox',
  'scratchpad',
  'tools',
];
