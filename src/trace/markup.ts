/**
 * Text and attributes on their way into HTML and SVG. Names in a trace are whatever a reader wrote,
 * so nothing reaches a figure or a table but through here.
 */

/** A text with nothing in it that markup could mean, fit for content and for quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A text for one line of a figure: control characters and line breaks become spaces, characters that turn the
 * direction of writing are left out, and what is longer than `max` characters is cut.
 */
export function oneLine(text: string, max = 80): string {
  const plain = [...text.replace(/[\p{Cc}\s]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')];
  return plain.length > max ? `${plain.slice(0, max - 1).join('')}…` : plain.join('');
}

/** The same for one line or two, of at most `max` characters each: what is too long breaks between two words. */
export function twoLines(text: string, max: number): readonly string[] {
  const plain = oneLine(text, Number.POSITIVE_INFINITY);
  const breaks = [...plain.slice(0, max + 1).matchAll(/ /g)];
  const at = breaks.at(-1)?.index;
  if (plain.length <= max || at === undefined) return [oneLine(plain, max)];
  return [plain.slice(0, at), oneLine(plain.slice(at + 1), max)];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; `content` is markup already. */
export function element(name: string, attributes: Attributes, content?: string): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    open += ` ${key}="${typeof value === 'number' ? number(value) : escapeMarkup(value)}"`;
  }
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** Two decimals are finer than a screen. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A place or a length on the time axis, as a share of its width: the figure needs no script to fit its column. */
export function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1_000}%`;
}
