/** Colours and other styles of a terminal. */

import {
  checkBoolean,
  checkObject,
  checkString,
  invalidType,
  invalidValue,
} from '../../argument-checks.ts';
import { inspect } from '../inspect.ts';
import { nodeProcess } from '../process.ts';

interface StyleOptions {
  validateStream?: boolean;
  stream?: unknown;
}

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const BOLD_AND_DIM_OFF = 22;

export function styleText(format: unknown, text: unknown, options?: StyleOptions): string {
  const validateStream = options?.validateStream ?? true;
  checkString(text, 'text');
  if (options !== undefined) checkObject(options, 'options');
  checkBoolean(validateStream, 'options.validateStream');
  const stream = options?.stream ?? nodeProcess.stdout;
  if (validateStream && (typeof stream !== 'object' || stream === null)) {
    throw invalidType('stream', 'an instance of ReadableStream, WritableStream, or Stream', stream);
  }
  let open = '';
  let close = '';
  let styled = text;
  for (const key of Array.isArray(format) ? format : [format]) {
    if (key === 'none') continue;
    const codes = codesOf(key);
    open += codes.open;
    close = codes.close + close;
    // A style inside that ends this one begins it anew.
    const again = codes.keepsClose ? codes.close + codes.open : codes.open;
    styled = styled.replaceAll(codes.close, again);
  }
  if (validateStream && !Reflect.get(Object(stream), 'isTTY')) return text;
  return open + styled + close;
}

function codesOf(key: unknown): { open: string; close: string; keepsClose: boolean } {
  if (typeof key === 'string' && key.startsWith('#')) {
    if (!HEX.test(key))
      throw invalidValue('format', key, 'must be a valid hex color (#RGB or #RRGGBB)');
    const digits = key.length === 4 ? key.slice(1).replace(/./g, '$&$&') : key.slice(1);
    const parts = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
    return { open: `\x1b[38;2;${parts.join(';')}m`, close: '\x1b[39m', keepsClose: false };
  }
  const known = inspect.colors as unknown as Record<string, readonly number[]>;
  const codes = typeof key === 'string' && Object.hasOwn(known, key) ? known[key] : undefined;
  if (!codes) {
    const names = Object.getOwnPropertyNames(known).map((name) => `'${name}'`);
    throw invalidValue('format', key, `must be one of: ${names.join(', ')}`);
  }
  const [open = 0, close = 0] = codes;
  return {
    open: `\x1b[${open}m`,
    close: `\x1b[${close}m`,
    keepsClose: close === BOLD_AND_DIM_OFF,
  };
}
