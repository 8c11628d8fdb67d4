/** Media types, after the MIME Sniffing Standard of WHATWG. */
import { nodeError } from '../../node-error.ts';

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const QUOTABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

function invalid(what: string, value: string, pattern: RegExp): Error {
  const at = [...value].findIndex((character) => !pattern.test(character));
  const place = at < 0 ? '' : ` at ${at}`;
  return nodeError(
    TypeError,
    'ERR_INVALID_MIME_SYNTAX',
    `The MIME syntax for a ${what} in "${value}" is invalid${place}`,
  );
}

export class MIMEParams {
  readonly #values = new Map<string, string>();

  delete(name: string): void {
    this.#values.delete(String(name).toLowerCase());
  }
  get(name: string): string | null {
    return this.#values.get(String(name).toLowerCase()) ?? null;
  }
  has(name: string): boolean {
    return this.#values.has(String(name).toLowerCase());
  }
  set(name: string, value: string): void {
    const key = String(name).toLowerCase();
    if (!TOKEN.test(key)) throw invalid('parameter name', key, TOKEN);
    if (!QUOTABLE.test(String(value))) throw invalid('parameter value', String(value), QUOTABLE);
    this.#values.set(key, String(value));
  }
  *entries(): Generator<[string, string]> {
    yield* this.#values.entries();
  }
  *keys(): Generator<string> {
    yield* this.#values.keys();
  }
  *values(): Generator<string> {
    yield* this.#values.values();
  }
  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }
  toString(): string {
    const shown = ([name, value]: [string, string]) =>
      `${name}=${TOKEN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
    return [...this.#values].map(shown).join(';');
  }
  toJSON(): string {
    return this.toString();
  }
}

export class MIMEType {
  #type = '';
  #subtype = '';
  readonly params = new MIMEParams();

  constructor(text: string) {
    const [essence = '', ...rest] = splitUnquoted(String(text));
    const [type = '', ...subtype] = essence.replace(/^[\t\n\r ]+/, '').split('/');
    this.type = type;
    this.subtype = subtype.join('/').replace(/[\t\n\r ]+$/, '');
    for (const part of rest) {
      const [, name = '', written = ''] = /^[\t\n\r ]*([^=]+)=(.*)$/s.exec(part) ?? [];
      const quoted = /^"((?:[^"\\]|\\.)*)"?/s.exec(written);
      const value = quoted ? (quoted[1] ?? '').replace(/\\(.)/g, '$1') : written.trimEnd();
      const isGood = TOKEN.test(name) && QUOTABLE.test(value) && (quoted || value !== '');
      if (isGood && !this.params.has(name)) this.params.set(name, value);
    }
  }

  static parse(text: string): MIMEType | null {
    try {
      return new MIMEType(text);
    } catch {
      return null;
    }
  }
  get type(): string {
    return this.#type;
  }
  set type(value: string) {
    if (!TOKEN.test(String(value))) throw invalid('type', String(value), TOKEN);
    this.#type = String(value).toLowerCase();
  }
  get subtype(): string {
    return this.#subtype;
  }
  set subtype(value: string) {
    if (!TOKEN.test(String(value))) throw invalid('subtype', String(value), TOKEN);
    this.#subtype = String(value).toLowerCase();
  }
  get essence(): string {
    return `${this.#type}/${this.#subtype}`;
  }
  toString(): string {
    const params = this.params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }
  toJSON(): string {
    return this.toString();
  }
}

/** At semicolons that are in no quoted text. */
function splitUnquoted(text: string): string[] {
  return text.match(/(?:[^;"]|"(?:[^"\\]|\\.)*(?:"|$))+/gs) ?? [];
}
