/** node:querystring */
type Values = Readonly<Record<string, unknown>>;
interface ParseOptions {
  decodeURIComponent?: (text: string) => string;
  maxKeys?: number;
}
interface StringifyOptions {
  encodeURIComponent?: (text: string) => string;
}

function encoded(text: unknown): string {
  return encodeURIComponent(String(text));
}
function decoded(text: unknown): string {
  try {
    return decodeURIComponent(String(text));
  } catch {
    return String(text).replace(/%([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}

export function stringify(
  values?: Values | null,
  separator = '&',
  equals = '=',
  options: StringifyOptions = {},
): string {
  if (typeof values !== 'object' || values === null) return '';
  const { encodeURIComponent: encode = encoded } = options;
  const pair = (key: string, value: unknown) => encode(key) + equals + encode(textOf(value));
  const pairs = Object.entries(values).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((one) => pair(key, one)) : [pair(key, value)],
  );
  return pairs.join(separator);
}

export function parse(
  text: unknown,
  separator = '&',
  equals = '=',
  options: ParseOptions = {},
): Record<string, string | string[]> {
  const { maxKeys = 1000, decodeURIComponent: decode = decoded } = options;
  const values: Record<string, string | string[]> = Object.create(null);
  if (typeof text !== 'string' || text === '') return values;
  const parts = text.split(separator).filter((part) => part !== '');
  for (const part of maxKeys > 0 ? parts.slice(0, maxKeys) : parts) {
    const at = part.indexOf(equals);
    const plain = (raw: string) => decode(raw.replaceAll('+', ' '));
    const key = plain(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? '' : plain(part.slice(at + equals.length));
    const before = values[key];
    if (before === undefined) values[key] = value;
    else values[key] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
export { decoded as unescape, encoded as escape, parse as decode, stringify as encode };

function textOf(value: unknown): string {
  const isPlain = ['string', 'bigint', 'boolean'].includes(typeof value);
  return isPlain || Number.isFinite(value) ? String(value) : '';
}
