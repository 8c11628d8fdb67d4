/** The course's own questions: what a question says a program prints is what Node.js prints. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diagnosticsText } from '../../src/course/diagnostic.ts';
import { kindOf } from '../../src/quiz/kinds.ts';
import { quizFile } from '../../src/quiz/quiz-file.ts';
import { runOnNode } from './run-on-node.ts';

for (const file of globSync('content/**/quiz.yaml')) {
  const text = readFileSync(file, 'utf8');
  describe(file, () => {
    for (const question of quizFile.parse(parse(text)).questions) {
      const kind = kindOf(question);
      if (!kind.isExecuted(question)) continue;
      test(question.id, { timeout: 60_000 }, async () => {
        const line = 1 + text.split('\n').findIndex((each) => each.includes(`id: ${question.id}`));
        const diagnostics = await kind.verify(question, runOnNode, { file, line, column: 1 });
        expect(diagnosticsText(diagnostics)).toBe(diagnosticsText([]));
      });
    }
  });
}
