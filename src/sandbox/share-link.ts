/**
 * A program in the fragment of an address, so that it can be shared without a server.
 *
 *     #v1:<base64url of the UTF-8 JSON {"files":{"main.ts":"…"},"entry":"main.ts"}>
 *     #v1z:<the same JSON, compressed by deflate-raw first>
 *
 * A link is written by strangers. Everything is checked before it is believed, and every size has a bound:
 * a small link can unpack to gigabytes.
 */
import type { Files } from './engine.ts';

export interface SharedProgram {
  readonly files: Files;
  /** A key of `files`. */
  readonly entry: string;
}

/** What a fragment turned out to be. `reason` is a plain sentence for the reader. */
export type Opened =
  | { readonly type: 'nothing' }
  | { readonly type: 'program'; readonly program: SharedProgram }
  | { readonly type: 'refused'; readonly reason: string };

export const limits = {
  /** Of the fragment. Some browsers and messengers cut longer addresses. */
  fragmentCharacters: 400_000,
  /** Of the JSON, uncompressed. */
  bytes: 512 * 1024,
  files: 40,
  fileNameCharacters: 80,
} as const;

/**
 * The fragment, with its `#`, that opens this program in the scratchpad.
 * Throws a RangeError, with a sentence for the reader, where the program is larger than a link may carry.
 */
export async function toShareLink(program: SharedProgram): Promise<string> {
  const trouble = troubleWith(program);
  if (trouble) throw new RangeError(trouble);
  const json = new TextEncoder().encode(
    JSON.stringify({ files: program.files, entry: program.entry }),
  );
  if (json.length > limits.bytes) throw new RangeError(tooLarge);
  const packed = await gather(json, new CompressionStream('deflate-raw'), limits.bytes * 2);
  const fragment = `#v1z:${toBase64Url(packed)}`;
  if (fragment.length > limits.fragmentCharacters) throw new RangeError(tooLarge);
  return fragment;
}

/** Reads a fragment, with or without its `#`. Never throws: whatever cannot be opened is `refused`. */
export async function openShareLink(fragment: string): Promise<Opened> {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { type: 'nothing' };
  if (text.length > limits.fragmentCharacters) return refused(tooLarge);
  const [, version, payload] = /^(v1z?):(.*)$/s.exec(text) ?? [];
  if (version === undefined || payload === undefined) {
    return refused(
      'It is not a link that this scratchpad knows: it begins with neither #v1: nor #v1z:.',
    );
  }
  const bytes = fromBase64Url(payload);
  if (!bytes) return refused('Its text is damaged: it is not base64url.');
  let json = bytes;
  if (version === 'v1z') {
    try {
      json = await gather(bytes, new DecompressionStream('deflate-raw'), limits.bytes);
    } catch (error) {
      return refused(
        error instanceof RangeError
          ? tooLarge
          : 'It cannot be unpacked: part of it is missing or damaged.',
      );
    }
  }
  if (json.length > limits.bytes) return refused(tooLarge);
  return openJson(json);
}

/** The same for the same program, another for every other one: what edits of a linked program are kept under. */
export async function identityOf({ files, entry }: SharedProgram): Promise<string> {
  const json = JSON.stringify({ files, entry });
  // Only secure pages have a digest; on others the text stands for itself.
  if (!globalThis.crypto.subtle) return json;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json));
  return `sha256-${toBase64Url(new Uint8Array(digest))}`;
}

const tooLarge = `The program is larger than a link may carry (${limits.bytes / 1024} kB unpacked).`;

function refused(reason: string): Opened {
  return { type: 'refused', reason };
}

function openJson(json: Uint8Array): Opened {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(json));
  } catch {
    return refused('What it holds is not a program: it is not JSON in UTF-8.');
  }
  if (!isRecord(value))
    return refused('What it holds is not a program: an object with files and entry.');
  const { files, entry, ...rest } = value;
  const [unknownKey] = Object.keys(rest);
  if (unknownKey !== undefined) {
    return refused(`It holds something that this scratchpad does not know: ${quoted(unknownKey)}.`);
  }
  if (!isRecord(files) || typeof entry !== 'string') {
    return refused('What it holds is not a program: an object with files and entry.');
  }
  const texts: [string, string][] = [];
  for (const [name, text] of Object.entries(files)) {
    if (typeof text !== 'string') return refused(`Its file ${quoted(name)} is not text.`);
    texts.push([name, text]);
  }
  // fromEntries defines properties, so that a file named like a member of Object.prototype is only a file.
  const program = { files: Object.fromEntries(texts), entry };
  const trouble = troubleWith(program);
  return trouble ? refused(trouble) : { type: 'program', program };
}

/** A sentence on what is wrong with the names and the number of the files, if anything is. */
function troubleWith({ files, entry }: SharedProgram): string | undefined {
  const names = Object.keys(files);
  if (names.length === 0) return 'The program has no files.';
  if (names.length > limits.files) return `The program has more than ${limits.files} files.`;
  for (const name of names) {
    const trouble = troubleWithFileName(name);
    if (trouble) return trouble;
  }
  if (!names.includes(entry))
    return `The program should begin with ${quoted(entry)}, which is not among its files.`;
  return undefined;
}

/**
 * A sentence on what is wrong with a file's name, if anything is.
 * A name is a relative path of letters, digits and `. _ -`, with `/` between its parts, and not a number:
 * objects put numbers before all other keys, and the order of the files is the reader's.
 */
export function troubleWithFileName(name: string): string | undefined {
  const parts = name.split('/');
  const sound = parts.every(
    (part) => /^[A-Za-z0-9_.-]+$/.test(part) && !/^\.+$/.test(part) && part !== '__proto__',
  );
  const isNumber = /^\d+$/.test(name);
  if (sound && !isNumber && name.length <= limits.fileNameCharacters) return undefined;
  return `The file name ${quoted(name)} cannot be used: letters, digits and . _ - only and not only digits, with / between folders, ${limits.fileNameCharacters} characters at most.`;
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sends bytes through a (de)compressor. Rejects with a RangeError as soon as more than `limit` bytes have come out. */
async function gather(
  bytes: Uint8Array,
  through: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw new RangeError(tooLarge);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: one call with all bytes as its arguments would overflow the stack.
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
