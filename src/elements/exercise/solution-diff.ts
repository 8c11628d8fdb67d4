/** The solution against what the reader has, line by line, with a sign and a word for each difference. */
import { structuredPatch } from 'diff';
import type { Files } from '../../sandbox/engine.ts';

/** A heading and a listing for each file of the solution. */
export function solutionDiff(mine: Files, solution: Files): readonly HTMLElement[] {
  return Object.entries(solution).flatMap(([name, text]) => {
    const heading = document.createElement('p');
    heading.className = 'label';
    const own = mine[name]?.trimEnd() ?? '';
    const solved = text.trimEnd();
    if (own === solved) {
      heading.textContent = `${name}: yours is the solution`;
      return [heading];
    }
    heading.textContent = `${name}: what the solution takes out (−) and puts in (+)`;
    return [heading, listing(own, solved)];
  });
}

function listing(own: string, solved: string): HTMLElement {
  // Enough around each difference that the whole of a small file is shown.
  const { hunks } = structuredPatch('', '', `${own}\n`, `${solved}\n`, '', '', { context: 30 });
  const code = document.createElement('pre');
  code.className = 'diff';
  code.tabIndex = 0;
  for (const line of hunks.flatMap(({ lines }) => lines)) {
    const [sign = ' ', text] = [line[0], line.slice(1)];
    if (sign === '\\') continue;
    const made = document.createElement(sign === '+' ? 'ins' : sign === '-' ? 'del' : 'span');
    made.textContent = `${sign === '-' ? '−' : sign} ${text}\n`;
    code.append(made);
  }
  return code;
}
