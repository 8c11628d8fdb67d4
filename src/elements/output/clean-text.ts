/**
 * Takes a program's output, in pieces that may end anywhere, and leaves the text that a reader can see:
 * terminal escapes (colours, cursor moves, titles) and other control characters are left out.
 */
export class CleanText {
  #rest = '';

  /** The visible text of the next piece. What may be the beginning of an escape is kept for the next call. */
  push(piece: string): string {
    const text = this.#rest + piece;
    const tail = unfinished.exec(text);
    const end = tail && text.length - tail.index <= longestEscape ? tail.index : text.length;
    this.#rest = text.slice(end);
    return text.slice(0, end).replaceAll('\r\n', '\n').replace(escapes, '').replace(controls, '');
  }
}

/** An escape that is longer than this will not be waited for: a stray ESC must not swallow all that follows. */
const longestEscape = 4096;

const ESC = '\\x1b';
const csi = `${ESC}\\[[0-?]*[ -/]*[@-~]`;
const osc = `${ESC}\\][^\\x07\\x1b]*(?:\\x07|${ESC}\\\\)`;
const other = `${ESC}[ -/]*[0-Z\\\\^-~]`;
const escapes = new RegExp(`${csi}|${osc}|${other}`, 'g');
const unfinished = new RegExp(`(?:${ESC}(?:\\[[0-?]*[ -/]*|\\][^\\x07\\x1b]*${ESC}?|[ -/]*)|\\r)$`);
/** All but tab, line feed and carriage return; and the marks that turn the direction of what follows. */
const controls = /[\p{Cc}--[\t\n\r]]|[\u202a-\u202e\u2066-\u2069]/gv;
