/**
 * The lines of an output, bounded: the first ones and the last ones are kept, and those between are only counted.
 * A program may print for ever; neither memory nor the work for a frame grows with what it prints.
 */
import { CleanText } from './clean-text.ts';

export type Stream = 'stdout' | 'stderr' | 'combined';

export interface OutputPiece {
  readonly stream: Stream;
  readonly text: string;
  /** Milliseconds since the run began. */
  readonly at: number;
}

export interface OutputLine {
  /** Counted from 0, over the whole run. */
  readonly index: number;
  readonly stream: Stream;
  /** Of the line's first character, in milliseconds since the run began. */
  readonly at: number;
  /** Without its line feed. */
  text: string;
  /** Whether its line feed has come. */
  ended: boolean;
}

export interface LineLimits {
  readonly first: number;
  readonly last: number;
  /** Longer lines are cut, with a word on how much is missing. */
  readonly lineCharacters: number;
}

/** Longer pieces than this are a flood: their middle is counted, not taken apart. */
const floodCharacters = 0x8000;

export class LineBuffer {
  readonly #limits: LineLimits;
  readonly #clean: Record<Stream, CleanText> = {
    stdout: new CleanText(),
    stderr: new CleanText(),
    combined: new CleanText(),
  };
  #open: OutputLine | undefined;
  /** Of the open line; `text` of the line is what is shown of it. */
  #openText = '';
  #fresh: OutputLine[] = [];
  /** How many lines there have been, the open one included. */
  total = 0;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  /** How many lines lie between the first and the last ones and are gone. */
  get dropped(): number {
    return Math.max(0, this.total - this.#limits.first - this.#limits.last);
  }

  push(piece: OutputPiece): void {
    let text = this.#clean[piece.stream].push(piece.text);
    if (text === '') return;
    if (this.#open && this.#open.stream !== piece.stream) this.#endLine();
    if (this.#open) {
      const feed = text.indexOf('\n');
      this.#write(piece, text.slice(0, feed === -1 ? undefined : feed));
      if (feed === -1) return;
      this.#endLine();
      text = text.slice(feed + 1);
    }
    text = this.#skipMiddle(text);
    let start = 0;
    for (;;) {
      const feed = text.indexOf('\n', start);
      const part = text.slice(start, feed === -1 ? undefined : feed);
      if (part !== '' || feed !== -1) this.#write(piece, part);
      if (feed === -1) return;
      this.#endLine();
      start = feed + 1;
    }
  }

  /** The lines that came or changed since the last call, oldest first; never more than are kept. */
  takeFresh(): readonly OutputLine[] {
    this.#trim();
    const fresh = this.#fresh;
    this.#fresh = this.#open ? [this.#open] : [];
    return fresh;
  }

  /** Counts the lines of a flood that will not be shown, and leaves those that may be. */
  #skipMiddle(text: string): string {
    if (text.length < floodCharacters || this.total < this.#limits.first) return text;
    let cut = text.length;
    for (let i = 0; i <= this.#limits.last && cut > 0; i++) cut = text.lastIndexOf('\n', cut - 1);
    if (cut <= 0) return text;
    for (
      let feed = text.indexOf('\n');
      feed !== -1 && feed <= cut;
      feed = text.indexOf('\n', feed + 1)
    ) {
      this.total++;
    }
    return text.slice(cut + 1);
  }

  #write({ stream, at }: OutputPiece, part: string): void {
    if (!this.#open) {
      this.#open = { index: this.total++, stream, at, text: '', ended: false };
      this.#openText = '';
      this.#fresh.push(this.#open);
      if (this.#fresh.length > 4 * (this.#limits.first + this.#limits.last)) this.#trim();
    }
    this.#openText = afterReturns(this.#openText + part);
    this.#open.text = this.#shorten(this.#openText);
    // What is cut needs no keeping beyond its length's order of magnitude: bound it.
    if (this.#openText.length > 8 * this.#limits.lineCharacters) {
      this.#openText = this.#openText.slice(0, 4 * this.#limits.lineCharacters);
    }
  }

  #shorten(text: string): string {
    const { lineCharacters } = this.#limits;
    return text.length <= lineCharacters
      ? text
      : `${text.slice(0, lineCharacters)} … (line cut here)`;
  }

  #endLine(): void {
    if (this.#open) this.#open.ended = true;
    this.#open = undefined;
  }

  /** Forgets fresh lines that nobody would see any more. */
  #trim(): void {
    const firstKept = this.total - this.#limits.last;
    this.#fresh = this.#fresh.filter(
      ({ index }) => index < this.#limits.first || index >= firstKept,
    );
  }
}

/** A lone carriage return goes back to the line's beginning, as progress bars do: what follows replaces the line. */
function afterReturns(text: string): string {
  if (!text.includes('\r')) return text;
  const parts = text.split('\r');
  return parts.findLast((part) => part !== '') ?? '';
}
