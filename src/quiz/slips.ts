/** Wrong answers worth a word of their own, beside the one explanation for all others. */
import { misconceptionField, readField } from './common-fields.ts';
import type { Explanation, Zod } from './types.ts';

/** Members of every slip; what the answer is comes before them, in a form that differs from kind to kind. */
export const slipFields = (zod: Zod) => ({
  /** Markdown, as all explanations. */
  explanation: zod.string().min(3),
  /** Where it differs from the question's. */
  read: readField(zod).optional(),
  misconception: misconceptionField(zod).optional(),
});

interface Slip {
  readonly explanation: string;
  readonly read?: string | undefined;
  readonly misconception?: string | undefined;
}

/** Their keys are `slip-0`, `slip-1` … `read` is the question's, `about` says which answer each one is. */
export const slipExplanations = <S extends Slip>(
  slips: readonly S[],
  read: string,
  about: (slip: S) => Explanation['about'],
): readonly Explanation[] =>
  slips.map((slip, index) => ({
    key: `slip-${index}`,
    about: about(slip),
    right: false,
    text: slip.explanation,
    read: slip.read ?? read,
    misconception: slip.misconception,
  }));

/** For every other answer. */
export const otherwiseExplanation = (about: string, text: string, read: string): Explanation => ({
  key: 'otherwise',
  about: { type: 'other', text: about },
  right: false,
  text,
  read,
});
