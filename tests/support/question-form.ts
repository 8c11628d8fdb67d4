import type { Locator, Page } from 'playwright';
import { markdownToHtml } from 'satteri';
import type { Question } from '../../src/quiz/kinds.ts';

/** A question in a page, by the names that a reader sees or hears, and what to do to be right or wrong. */
export function questionForm(page: Page, question: Question) {
  const form = page.locator('form', {
    has: page.getByRole('group', { name: plain(firstParagraph(question.prompt)) }),
  });
  return {
    form,
    check: form.getByRole('button', { name: 'Check answer' }),
    // An exercise has status lines of its own inside.
    feedback: form.locator('> [role=status]'),
    answerRight: () => answer(form, question, true),
    answerWrong: () => answer(form, question, false),
  };
}

async function answer(form: Locator, question: Question, right: boolean): Promise<void> {
  switch (question.kind) {
    case 'choose-one': {
      const option = question.options.find(({ correct }) => correct === right);
      if (!option) throw new Error(`${question.id} has no such option`);
      await form.getByRole('radio', { name: plain(option.text), exact: true }).check();
      return;
    }
    case 'choose-many': {
      for (const { text, correct } of question.options)
        await form
          .getByRole('checkbox', { name: named(text) })
          .setChecked(right ? correct : !correct);
      return;
    }
    case 'predict-output': {
      const text = right ? question.answers[0] : 'nothing of the kind';
      await form.getByRole('textbox').fill(text ?? '');
      return;
    }
    case 'order-events': {
      if (right) await putInOrder(form, question.events);
      else await putInOrder(form, question.events.toReversed());
      return;
    }
    case 'which-line': {
      const line = question.lines.find(({ correct }) => correct === right)?.line ?? '';
      await form.getByRole('radio', { name: line, exact: true }).check();
      return;
    }
    case 'estimate-number': {
      const number = right ? question.answer : question.answer + question.tolerance + 1000;
      const input = form.getByRole('spinbutton');
      // Firefox puts what is filled in behind a number that is there.
      await input.press('ControlOrMeta+a');
      await input.press('Delete');
      await input.pressSequentially(String(number));
      return;
    }
    case 'fix-code':
      if (right) {
        await form.getByRole('button', { name: 'Show solution' }).click();
        await form.getByRole('button', { name: 'Put it into the editor' }).click();
      }
  }
}

/** From first to last, each event moved up to its place by its button. */
async function putInOrder(form: Locator, events: readonly { readonly text: string }[]) {
  for (const [place, { text }] of events.entries()) {
    const isInPlace = form.getByRole('listitem').nth(place).getByText(plain(text), { exact: true });
    while ((await isInPlace.count()) === 0)
      await form.getByRole('button', { name: `Move ${plain(text)} earlier` }).click();
  }
}

const firstParagraph = (markdown: string) => markdown.trim().split(/\n\s*\n/)[0] ?? '';
/** As it stands in the page: without the marks of inline Markdown, with the quotes and dashes of print. */
const plain = (markdown: string) =>
  markdownToHtml(markdown, { features: { smartPunctuation: true } })
    .html.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** An option by its whole name, behind which stands after a check what is said of it. One text may end like another. */
const named = (text: string) =>
  new RegExp(`^${RegExp.escape(plain(text))}( ?(right|not this|this too))?$`);
