/** Every tag that opens closes, in order, and no attribute or text holds what could be markup. */
export function wellFormed(markup: string): boolean {
  const open: string[] = [];
  let rest = markup;
  while (rest !== '') {
    const text = /^[^<>]+/.exec(rest);
    const close = /^<\/(\w+)>/.exec(rest);
    const tag = /^<(\w+)(?: [\w-]+="[^"<>]*")*(\/?)>/.exec(rest);
    const [whole] = text ?? close ?? tag ?? [];
    if (whole === undefined) return false;
    if (close && open.pop() !== close[1]) return false;
    if (!text && !close && tag?.[1] && tag[2] === '') open.push(tag[1]);
    rest = rest.slice(whole.length);
  }
  return open.length === 0;
}
