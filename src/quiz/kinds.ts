/** The kinds of questions. A new one is a file beside this and a line here. */
import type { z } from 'astro/zod';
import { chooseMany } from './choose-many.ts';
import { chooseOne } from './choose-one.ts';
import { estimateNumber } from './estimate-number.ts';
import { fixCode } from './fix-code.ts';
import { orderEvents } from './order-events.ts';
import { predictOutput } from './predict-output.ts';
import type { QuestionKind } from './types.ts';
import { whichLine } from './which-line.ts';

export const kinds = [
  chooseOne,
  chooseMany,
  predictOutput,
  orderEvents,
  whichLine,
  estimateNumber,
  fixCode,
] as const;

type Kind = (typeof kinds)[number];

/** A question of any kind, as it comes out of a checked `quiz.yaml`. */
export type Question = z.infer<ReturnType<Kind['schema']>>;

/** An answer goes back only into the kind that parsed it, so nobody else needs to know what it is. */
export type AnyKind = QuestionKind<Question, unknown>;

export function kindOf(question: Question): AnyKind {
  const kind = kinds.find((each) => each.kind === question.kind);
  if (!kind) throw new Error(`No kind of question is called "${question.kind}"`);
  return kind;
}
