/** One line of a listing is the answer: the one that throws, or the one that another line must take the place of. */
import type { z } from 'astro/zod';
import type { Diagnostic } from '../course/diagnostic.ts';
import { commonFields, languageField, misconceptionField, readField } from './common-fields.ts';
import { exact, listingsOf, printsOnly, programField } from './program.ts';
import { otherwiseExplanation } from './slips.ts';
import type { Explanation, QuestionKind, Zod } from './types.ts';

/**
 *     - id: which-line-blocks
 *       revision: 1
 *       kind: which-line
 *       prompt: The timer comes late. Which line is to blame?
 *       program:                     # the answer is a line of its entry; or `code`, with its language
 *         entry: main.ts
 *         files:
 *           main.ts: |
 *             const end = Date.now() + 400;
 *             setTimeout(() => console.log(Date.now() < end ? 'in time' : 'late'), 0);
 *             while (Date.now() < end);
 *       lines:                       # lines worth a word of their own, each exactly as it stands, one of them right
 *         - line: while (Date.now() < end);
 *           correct: true
 *           explanation: Until it has come to its end nothing else can run on this thread.
 *           read: the-slow-view#one-callback-at-a-time
 *         - line: const end = Date.now() + 400;
 *           explanation: This only looks at the clock.
 *           read: the-slow-view#one-callback-at-a-time
 *       otherwise: Ask of each line how long the thread stays in it.
 *       read: the-slow-view#one-callback-at-a-time
 *       proof:                       # beside a program: with another line in its place it prints something else
 *         with: await new Promise((resolve) => setTimeout(resolve, 30));
 *         before: late
 *         after: in time
 *
 * `proof: { throws: true }` says instead that the program ends with an error of this line.
 */
const schema = (zod: Zod) =>
  zod
    .strictObject({
      ...commonFields(zod),
      kind: zod.literal('which-line'),
      code: zod.string().optional(),
      language: languageField(zod).default('ts'),
      program: programField(zod).optional(),
      lines: zod
        .array(
          zod.strictObject({
            line: zod.string().min(1),
            correct: zod.boolean().default(false),
            /** Markdown, as all explanations. */
            explanation: zod.string().min(3),
            read: readField(zod),
            misconception: misconceptionField(zod).optional(),
          }),
        )
        .min(2)
        .refine(
          (lines) => lines.filter(({ correct }) => correct).length === 1,
          'exactly one line with `correct: true`',
        ),
      otherwise: zod.string().min(3),
      read: readField(zod),
      proof: zod
        .union([
          zod.strictObject({ throws: zod.literal(true) }),
          zod.strictObject({ with: zod.string(), before: zod.string(), after: zod.string() }),
        ])
        .optional(),
    })
    .refine(({ code, program }) => (code === undefined) !== (program === undefined), {
      path: ['code'],
      message: 'either `code` or `program`',
    })
    .refine(({ program, proof }) => (program === undefined) === (proof === undefined), {
      path: ['proof'],
      message: 'a proof beside a program, and none without one',
    })
    .superRefine((question, context) => {
      for (const [index, { line }] of question.lines.entries()) {
        const times = linesOf(question).filter((each) => each === line.trim()).length;
        if (times === 1) continue;
        const params = {
          found: times === 0 ? `no line ${JSON.stringify(line)}` : `${times} of them`,
        };
        const message = 'a line that the listing has once';
        context.addIssue({ code: 'custom', path: ['lines', index, 'line'], message, params });
      }
    });

export type WhichLine = z.infer<ReturnType<typeof schema>>;

const FIELD = 'line';

export const whichLine = {
  kind: 'which-line',
  schema,
  listings({ code = '', language, program }) {
    return program ? listingsOf(program) : [{ code, language }];
  },
  fields: () => [{ type: 'line', name: FIELD, label: 'Choose a line' }],
  explanations: (question) => [
    ...question.lines.map(
      ({ line, correct, explanation, read, misconception }): Explanation => ({
        key: String(numberOf(question, line)),
        about: { type: 'output', text: line.trim() },
        right: correct,
        text: explanation,
        read,
        misconception,
      }),
    ),
    otherwiseExplanation('Any other line', question.otherwise, question.read),
  ],
  parseAnswer(form) {
    const value = form.get(FIELD);
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
  },
  grade(question, answer) {
    const value = String(answer);
    const line = question.lines.find((each) => numberOf(question, each.line) === answer);
    const correct = line?.correct ?? false;
    const mark = { value, right: correct, word: correct ? 'right' : 'not this' };
    return { correct, explain: [line ? value : 'otherwise'], marks: [mark] };
  },
  isExecuted: ({ program }) => program !== undefined,
  async verify(question, run, place): Promise<readonly Diagnostic[]> {
    const { program, proof, lines } = question;
    const key = lines.find(({ correct }) => correct)?.line.trim();
    if (!program || !proof || key === undefined) return [];
    const claimed = { ...place, read: 'src/quiz/which-line.ts' };
    if ('throws' in proof) {
      const { stderr, exitCode } = await run(program);
      // Node names the place of what was thrown above the error itself.
      const thrownAt = new RegExp(`^\\S*${program.entry.replaceAll('.', '\\.')}:(\\d+)$`, 'm').exec(
        stderr,
      )?.[1];
      if (exitCode !== 0 && thrownAt === String(numberOf(question, key))) return [];
      const found =
        thrownAt === undefined
          ? `no error of it, exit code ${exitCode}`
          : `an error in line ${thrownAt}`;
      return [{ ...claimed, expected: `an error in line ${numberOf(question, key)}`, found }];
    }
    const text = program.files[program.entry] ?? '';
    const repaired = text
      .split('\n')
      .map((line) => (line.trim() === key ? proof.with : line))
      .join('\n');
    const after = { ...program, files: { ...program.files, [program.entry]: repaired } };
    return [
      ...(exact(proof.before) === exact(proof.after)
        ? [
            {
              ...claimed,
              expected: 'another output after the repair',
              found: JSON.stringify(proof.after),
            },
          ]
        : []),
      ...(await printsOnly(program, [proof.before], run, claimed)),
      ...(await printsOnly(after, [proof.after], run, claimed)),
    ];
  },
} as const satisfies QuestionKind<WhichLine, number>;

type Listed = Pick<WhichLine, 'code' | 'program'>;

const linesOf = ({ code = '', program }: Listed): readonly string[] =>
  (program ? (program.files[program.entry] ?? '') : code).split('\n').map((line) => line.trim());

/** From 1. */
const numberOf = (question: Listed, line: string): number =>
  linesOf(question).indexOf(line.trim()) + 1;
