/** What `choose-one` and `choose-many` have in common: options, each with its own explanation. */
import type { z } from 'astro/zod';
import type { Diagnostic } from '../course/diagnostic.ts';
import { commonFields, languageField, misconceptionField, readField } from './common-fields.ts';
import { exact, listingsOf, printsOnly, programField } from './program.ts';
import { seededRandom, shuffled } from './shuffle.ts';
import type { Explanation, Field, Listing, Place, RunProgram, Zod } from './types.ts';

/** A member of every question with options; `code` or `program` stands above them. */
export const optionFields = (zod: Zod) => ({
  ...commonFields(zod),
  code: zod.string().optional(),
  language: languageField(zod).default('ts'),
  /** Where the options say what a program prints: it is run, and prints what the right ones say and nothing else. */
  program: programField(zod).optional(),
  shuffle: zod.boolean().default(true),
  /** `text` and `explanation` are Markdown, `text` of one paragraph. */
  options: zod
    .array(
      zod.strictObject({
        text: zod.string().min(1),
        correct: zod.boolean().default(false),
        /** What `program` prints where this option is right; every right option has one beside a program. */
        prints: zod.string().optional(),
        explanation: zod.string().min(3),
        read: readField(zod),
        misconception: misconceptionField(zod).optional(),
      }),
    )
    .min(2)
    .max(8)
    .refine(
      (options) => !options.some(({ correct, misconception }) => correct && misconception),
      'no misconception at the right option',
    ),
});

const optionQuestion = (zod: Zod) => zod.strictObject(optionFields(zod));
type OptionQuestion = z.infer<ReturnType<typeof optionQuestion>>;

/** Holds for a whole question: its key is executed where there is a program. */
export function keyCanBeExecuted({
  code,
  program,
  options,
}: Pick<OptionQuestion, 'code' | 'program' | 'options'>): boolean {
  if (!program) return options.every(({ prints }) => prints === undefined);
  return (
    code === undefined && options.every(({ correct, prints }) => !correct || prints !== undefined)
  );
}
export const KEY_CAN_BE_EXECUTED = {
  path: ['program'],
  message: 'a program instead of `code`, and `prints` at every right option; or neither',
};

export function optionListings({
  code,
  language,
  program,
}: Pick<OptionQuestion, 'code' | 'language' | 'program'>): readonly Listing[] {
  if (program) return listingsOf(program);
  return code === undefined ? [] : [{ code, language }];
}

/** The same order for everybody: it holds without JavaScript, and nothing moves when the page wakes up. */
export function optionField(
  {
    id,
    revision,
    options,
    shuffle,
  }: Pick<OptionQuestion, 'id' | 'revision' | 'options' | 'shuffle'>,
  name: string,
  several: boolean,
): Extract<Field, { type: 'choice' }> {
  const inOrder = options.map(({ text }, index) => ({ value: String(index), text }));
  const mixed = shuffle ? shuffled(inOrder, seededRandom(`${id} ${revision}`)) : inOrder;
  return { type: 'choice', name, several, options: mixed, shuffle };
}

export const optionExplanations = ({
  options,
}: Pick<OptionQuestion, 'options'>): readonly Explanation[] =>
  options.map(({ text, correct, explanation, read, misconception }, index) => ({
    key: String(index),
    about: { type: 'markdown', text },
    right: correct,
    text: explanation,
    read,
    misconception,
  }));

export const isIndex = (value: unknown): value is string =>
  typeof value === 'string' && /^\d+$/.test(value);

/** The program prints what each right option says, and nothing that a wrong one says. */
export async function verifyOptions(
  { program, options }: Pick<OptionQuestion, 'program' | 'options'>,
  run: RunProgram,
  place: Place,
): Promise<readonly Diagnostic[]> {
  if (!program) return [];
  const claimed = { ...place, read: 'src/quiz/options.ts' };
  const right = options.filter(({ correct }) => correct).map(({ prints = '' }) => prints);
  const alsoWrong = options.find(
    ({ correct, prints }) =>
      !correct && prints !== undefined && right.map(exact).includes(exact(prints)),
  );
  if (alsoWrong) {
    return [
      { ...claimed, expected: 'a wrong option that prints something else', found: alsoWrong.text },
    ];
  }
  return printsOnly(program, right, run, claimed);
}
