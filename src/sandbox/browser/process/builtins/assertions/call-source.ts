/** The text of the call that is running, for the message of `assert.ok`: `assert.ok(list.length > 3)`. */
import { stackOf, topPlace } from '../../stack-traces.ts';
import { moduleAt } from '../../thread.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Undefined where the place of the call cannot be found. */
export function callSource(): string | undefined {
  const place = topPlace(stackOf(new Error()));
  const source = place && moduleAt(place.path)?.source;
  if (!place || source === undefined) return undefined;
  // As far as the line goes, as Node shows it.
  const line = source.split('\n')[place.line - 1] ?? '';
  const before = line.slice(0, place.column - 1);
  const rest = line.slice(place.column - 1);
  const [receiver = ''] = /[\w$.]*$/.exec(before) ?? [];
  const [name] = /^[\w$.]*\s*(?=\()/.exec(rest) ?? [];
  if (name === undefined) return undefined;
  const end = endOfCall(rest, name.length);
  return receiver + rest.slice(0, end).trimEnd();
}

/** The index behind the bracket that closes the one at `from`, if it is there. */
function endOfCall(text: string, from: number): number | undefined {
  const open: string[] = [];
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/["'`]/.test(character)) {
      at = endOfText(text, at);
      continue;
    }
    const close = closing[character];
    if (close) open.push(close);
    else if (character === open.at(-1)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return undefined;
}

function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== text[from]) at += text[at] === '\\' ? 2 : 1;
  return at;
}
