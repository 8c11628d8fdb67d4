/** The text of the call that is running, for the message of `assert.ok`: `assert.ok(list.length > 3)`. */
import { stackOf, topPlace } from '../../stack-traces.ts';
import { moduleAt } from '../../thread.ts';

const MAX_CHARACTERS = 2000;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Undefined where the place of the call, or its end, cannot be found. */
export function callSource(): string | undefined {
  const place = topPlace(stackOf(new Error()));
  const source = place && moduleAt(place.path)?.source;
  if (!place || source === undefined) return undefined;
  const lines = source.split('\n');
  const before = (lines[place.line - 1] ?? '').slice(0, place.column - 1);
  const rest = lines
    .slice(place.line - 1)
    .join('\n')
    .slice(place.column - 1, MAX_CHARACTERS);
  const [receiver = ''] = /[\w$.]*$/.exec(before) ?? [];
  const [name] = /^[\w$.]*\s*(?=\()/.exec(rest) ?? [];
  if (name === undefined) return undefined;
  const end = endOfCall(rest, name.length);
  return end === undefined ? undefined : receiver + rest.slice(0, end);
}

/** The index behind the bracket that closes the one at `from`. */
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
