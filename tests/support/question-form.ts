import type { Locator, Page } from 'playwright';
import type { Question } from '../../src/quiz/kinds.ts';

/** A question in a page, by the names that a reader sees or hears, and what to do to be right or wrong. */
export function questionForm(page: Page, question: Question) {
  const form = page.locator('form', {
    has: page.getByRole('group', { name: plain(firstParagraph(question.prompt)) }),
  });
  return {
    form,
    check: form.getByRole('button', { name: 'Check answer' }),
    feedback: form.getByRole('status'),
    answerRight: () => answer(form, question, true),
    answerWrong: () => answer(form, question, false),
  };
}

async function answer(form: Locator, question: Question, right: boolean): Promise<void> {
  switch (question.kind) {
    case 'choose-one': {
      const option = question.options.find(
        ({ correct }) => correct === right || (!correct && !right),
      );
      if (!option) throw new Error(`${question.id} has no such option`);
      await form.getByRole('radio', { name: plain(option.text) }).check();
      return;
    }
    case 'predict-output': {
      const text = right ? question.answers[0] : 'nothing of the kind';
      await form.getByRole('textbox').fill(text ?? '');
    }
  }
}

const firstParagraph = (markdown: string) => markdown.trim().split(/\n\s*\n/)[0] ?? '';
/** Inline Markdown as it sounds when it is read out: without its marks, with whatever quotes, dashes and dots were set. */
function plain(markdown: string): RegExp {
  const words = markdown.replace(/[`*_]/g, '').trim();
  const escaped = words.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
  return new RegExp(escaped.replace(/['"]|-{2,3}|(?:\\\.){3}/g, '.{1,3}').replace(/\s+/g, '\\s+'));
}
