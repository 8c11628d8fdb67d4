/** The course as pages and components see it: everything read, checked, put in order and given an address. */
import type { Question } from '../quiz/kinds.ts';
import type { Misconception } from '../quiz/quiz-file.ts';
import type { Guide } from './guide-schema.ts';
import type {
  Claim,
  ComingLesson,
  Experiment,
  GlossaryEntry,
  Lesson,
  Recording,
  Section,
  Tool,
  Twin,
} from './schema.ts';

/** Path, relative to the folder that is spoken of, to text. */
export type Texts = Readonly<Record<string, string>>;

/** What readers see comes in the order of the arrays. The lookups throw on a name that does not exist. */
export interface Course {
  readonly sections: readonly CourseSection[];
  /** Of all sections, in order. */
  readonly lessons: readonly CourseLesson[];
  /** Of all lessons and section quizzes, in order. */
  readonly questions: readonly PlacedQuestion[];
  readonly glossary: readonly GlossaryEntry[];
  readonly claims: readonly Claim[];
  /** Lessons that are not written yet, in order. */
  readonly coming: readonly ComingLesson[];
  readonly misconceptions: readonly Misconception[];
  /** The map of task queues, in the order of its page. */
  readonly tools: readonly Tool[];
  /** Missing in a course that decides nothing. */
  readonly guide: Guide | undefined;
  section(name: string): CourseSection;
  lesson(name: string): CourseLesson;
  experiment(name: string): CourseExperiment;
  twin(name: string): CourseTwin;
  question(id: string): Question;
  term(id: string): GlossaryEntry;
  claim(id: string): Claim;
  misconception(id: string): Misconception;
}

/** A question with the place where it is asked. */
export interface PlacedQuestion {
  readonly question: Question;
  /** The same in changed code or words, for reviews. */
  readonly variants: readonly Question[];
  /** Of the lesson, or of the section whose quiz it is. */
  readonly title: string;
  /** Of the question itself. */
  readonly href: string;
}

export interface CourseSection extends Section {
  /** Of the folder, without its number: `01-the-question` is `the-question`. */
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly href: string;
  readonly lessons: readonly CourseLesson[];
  /** Of the section quiz. */
  readonly quiz: readonly Question[];
  /** Of questions of the section quiz. */
  readonly variants: readonly Question[];
  readonly quizHref: string;
}

export interface CourseLesson extends Lesson {
  /** `section/lesson`: the id of the entry of Astro's collection `lessons`. */
  readonly id: string;
  readonly name: string;
  /** The name of its section. */
  readonly section: string;
  /** From 1 in each section. */
  readonly number: number;
  readonly href: string;
  /** Id of each heading of its text to what the heading says, in order. */
  readonly headings: ReadonlyMap<string, string>;
  readonly experiments: readonly CourseExperiment[];
  readonly twins: readonly CourseTwin[];
  readonly questions: readonly Question[];
  /** Of its questions. */
  readonly variants: readonly Question[];
}

export interface CourseExperiment extends Experiment {
  readonly name: string;
  /** The name of its lesson. */
  readonly lesson: string;
  /** Path of its folder from the project's root. */
  readonly folder: string;
  /** What is shown and run: the folder's `.ts` files without `check.ts` and `solution/`. */
  readonly files: Texts;
  /** The program that decides whether the exercise is solved. */
  readonly check: string | undefined;
  /** Empty where the experiment is no exercise. */
  readonly solution: Texts;
  /** Missing only while its author has not recorded it yet. */
  readonly recording: Recording | undefined;
}

export interface CourseTwin extends Omit<Twin, 'files'> {
  readonly name: string;
  /** The name of its lesson. */
  readonly lesson: string;
  /** Path of its folder from the project's root. */
  readonly folder: string;
  /** In the order in which they are shown. */
  readonly files: Texts;
  /** Versions, date and command of the run, a line each. */
  readonly provenance: readonly string[];
  /** What the program printed. */
  readonly output: string;
}
