/** A terminal's line ends, CR LF, become those that a program wrote. A lone CR stays. */
export class LineEnds {
  #hasReturn = false;

  /** A CR at the end of a piece waits for what comes next. */
  push(piece: string): string {
    const text = this.#hasReturn ? `\r${piece}` : piece;
    this.#hasReturn = text.endsWith('\r');
    return (this.#hasReturn ? text.slice(0, -1) : text).replaceAll('\r\n', '\n');
  }

  /** What was kept at the end of all output. */
  end(): string {
    const rest = this.#hasReturn ? '\r' : '';
    this.#hasReturn = false;
    return rest;
  }
}
