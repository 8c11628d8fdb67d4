import { z } from 'astro/zod';

export const quizFile = z.strictObject({
  questions: z.array(z.looseObject({ id: z.string() })).min(1),
});
export type Question = z.infer<typeof quizFile>['questions'][number];
