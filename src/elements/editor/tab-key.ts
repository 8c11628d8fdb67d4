/**
 * What Tab does in an editor: it leaves, as everywhere in a page, unless Escape was pressed before. Then it indents,
 * until another key is pressed or the reader leaves. The textarea and the editor that takes its place share one.
 */
export class TabKey {
  /** Whether it indents now. */
  indents = false;

  /** A key was pressed in the editor. */
  hear(key: string): void {
    if (key === 'Escape') this.indents = true;
    else if (key !== 'Tab' && key !== 'Shift') this.indents = false;
  }
}

/** Told to those who cannot see it. */
export const tabKeyInWords = 'Tab leaves the editor. Press Escape first to indent with it.';
