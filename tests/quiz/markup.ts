/** Questions on a page for the tests: the HTML as Question.astro and SectionQuiz.astro write it, without highlighting and Markdown. */
import { kindOf, type Question } from '../../src/quiz/kinds.ts';
import type { Field } from '../../src/quiz/types.ts';

function fieldHtml(field: Field, question: Question): string {
  switch (field.type) {
    case 'text':
      return `<label class="text"><span class="label">${field.label}</span>
        <textarea name="${field.name}" rows="${field.lines}"></textarea></label>`;
    case 'exercise':
      return `<input type="hidden" name="${field.name}" value="" data-exercise="${field.exercise}">`;
    case 'number':
      return `<label class="number"><span class="label">${field.label}</span>
        <span class="with-unit"><input type="number" step="any" name="${field.name}"> ${field.unit}</span></label>`;
    case 'choice': {
      const type = field.several ? 'checkbox' : 'radio';
      const options = field.options.map(
        ({
          value,
          text,
        }) => `<li><label><input type="${type}" name="${field.name}" value="${value}">
          <span data-marks>${text}</span></label></li>`,
      );
      return `<ul class="options" data-shuffle="${field.shuffle}">${options.join('')}</ul>`;
    }
    case 'order': {
      const items = field.options.map(
        ({ value, text }) => `<li><input type="hidden" name="${field.name}" value="${value}">
          <span class="event">${text}</span></li>`,
      );
      return `<order-list><p class="label">${field.label}</p><input type="hidden" name="moved" value=""><ol class="events">${items.join('')}</ol></order-list>`;
    }
    case 'line': {
      const [listing] = kindOf(question).listings(question);
      const lines = (listing?.code.trimEnd() ?? '')
        .split('\n')
        .map((line, index) =>
          line === ''
            ? ''
            : `<label class="line"><input type="radio" name="${field.name}" value="${index + 1}"><span>${escaped(line)}</span></label>`,
        );
      return `<div class="lines"><p class="label">${field.label}</p><pre><code>${lines.join('\n')}</code></pre></div>`;
    }
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function questionHtml(question: Question): string {
  const kind = kindOf(question);
  const fields = kind.fields(question).map((field) => fieldHtml(field, question));
  const answers = kind.explanations(question).map(
    ({
      key,
      about,
      text,
      read,
      misconception,
    }) => `<li><div class="about">${escaped(about.text)}</div><div class="why" data-explains="${key}">
      <p>${text}</p>${misconception ? `<p>The idea behind this answer: <q>${misconception}</q></p>` : ''}
      <p class="references"><a href="/the-question/${read.replace('#', '/#')}">Read: ${read}</a></p></div></li>`,
  );
  return `<quiz-question id="question-${question.id}">
    <form>
      <fieldset><legend>${question.prompt}</legend>${fields.join('')}</fieldset>
      <div class="actions"><button type="submit">Check answer</button> <span class="standing label"></span></div>
      <div class="feedback" role="status"></div>
    </form>
    <details><summary>Answer and explanations</summary><ul>${answers.join('')}</ul></details>
    <script type="application/json">${JSON.stringify(question).replaceAll('<', '\\u003c')}</script>
  </quiz-question>`;
}

export function quizHtml(quiz: readonly Question[]): string {
  const ideas = new Set(
    quiz.flatMap((question) =>
      kindOf(question)
        .explanations(question)
        .flatMap(({ misconception }) => misconception ?? []),
    ),
  );
  const each = (html: (question: Question, number: number) => string) =>
    quiz.map((question, index) => html(question, index + 1)).join('');
  return `<section-quiz>
    <nav aria-label="Questions"><ol class="trail">${each(
      ({ id }, number) => `<li><button type="button" data-question="${id}">
        <span class="visually-hidden">Question</span> ${number}<span class="visually-hidden state"></span></button></li>`,
    )}</ol></nav>
    <fieldset class="view"><legend>Show</legend>
      <label><input type="radio" name="quiz-view" value="one"> one at a time</label>
      <label><input type="radio" name="quiz-view" value="all"> all on a page</label></fieldset>
    <ol class="questions">${each((question) => `<li data-question="${question.id}">${questionHtml(question)}</li>`)}</ol>
    <button type="button" class="next">Next question</button>
    <quiz-result hidden><template><section class="result" aria-labelledby="quiz-result" tabindex="-1">
      <h2 id="quiz-result">Result</h2><p class="score"></p>
      <section class="ideas" hidden><h3>Ideas to let go of</h3>
        <ul>${[...ideas].map((idea) => `<li data-idea="${idea}">${idea}</li>`).join('')}</ul></section>
      <section class="missed" hidden><h3>Questions that you missed</h3>
        <ul>${each(({ id, prompt }) => `<li data-question="${id}">${prompt}</li>`)}</ul></section>
      <button type="button" class="ask-missed"></button><button type="button" class="ask-all">Ask all again</button>
    </section></template></quiz-result>
  </section-quiz>`;
}

/** Puts a text of several lines into the textarea that is shown; the `fill` of WebKit's driver drops line ends. */
export function write(text: string): void {
  const shown = [...document.querySelectorAll('textarea')].find((each) => each.checkVisibility());
  if (!shown) throw new Error('No textarea is shown');
  shown.value = text;
  shown.focus();
}
