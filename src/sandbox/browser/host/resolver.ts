/** What a specifier means: a file, something by its name, or code in a URL. The rules are Node's. */

import { folderOf, normalPath } from '../wire/paths.ts';
import type { FileSystem } from './file-system.ts';
import {
  type File,
  faultAt,
  importNotDefined,
  isFolder,
  type LinkError,
  notAnImportName,
  notFound,
  type Place,
  unknownScheme,
} from './link-faults.ts';
import { importNamed, settingsFor } from './package-settings.ts';

export type Resolved =
  /** `query` is the rest of the URL, from its `?` or `#`: the same file with another one is another module. */
  | {
      readonly type: 'file';
      readonly path: string;
      readonly query: string;
      readonly written: string;
    }
  /** A built-in module or a package. */
  | { readonly type: 'name'; readonly name: string }
  | {
      readonly type: 'data';
      readonly url: string;
      readonly media: string;
      readonly text: string;
    };

/** Throws LinkError where the specifier means nothing. */
export function resolveSpecifier(specifier: string, place: Place, files: FileSystem): Resolved {
  if (specifier.startsWith('#')) {
    if (/^#(\/|$)/.test(specifier)) throw faultAt(place, notAnImportName(specifier, place));
    const settings = settingsFor(files, place.from);
    const target = settings && importNamed(settings, specifier, 'import');
    if (target === undefined) {
      throw faultAt(place, importNotDefined(specifier, settings?.path, place));
    }
    if (!target.startsWith('./')) return { type: 'name', name: target };
    const path = normalPath(`${folderOf(settings?.path ?? '/')}/${target}`);
    return { type: 'file', path, query: '', written: target };
  }
  if (/^data:/i.test(specifier)) return dataOf(specifier, place);
  if (/^(file:\/\/|\.{0,2}\/|\.{1,2}$)/.test(specifier)) return fileOf(specifier, place);
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(specifier)?.[0];
  if (scheme !== undefined && scheme !== 'node:') throw faultAt(place, unknownScheme(scheme));
  return { type: 'name', name: specifier };
}

function fileOf(specifier: string, place: Place): Resolved {
  const [, written = '', query = ''] = /^(?:file:\/\/)?([^?#]*)(.*)$/s.exec(specifier) ?? [];
  const path = decoded(written.replaceAll('\\', '/'), place);
  const whole = path.startsWith('/') ? path : `${folderOf(place.from)}/${path}`;
  return { type: 'file', path: normalPath(whole), query, written };
}

function dataOf(url: string, place: Place): Resolved {
  const [, media = '', base64, body = ''] = /^data:([^,;]*)[^,]*?(;base64)?,(.*)$/s.exec(url) ?? [];
  const text = base64 ? fromBase64(body) : decoded(body, place);
  return { type: 'data', url, media, text };
}

function fromBase64(text: string): string {
  const binary = atob(text);
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}

function decoded(path: string, place: Place): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw faultAt(place, { name: 'URIError', message: 'URI malformed' });
  }
}

/** The file that a CommonJS `require` means: with an extension added, or the index of a folder. */
export function requiredFile(files: FileSystem, path: string): string | undefined {
  const candidates = [path, `${path}.js`, `${path}.json`, `${path}/index.js`, `${path}/index.json`];
  return candidates.map(normalPath).find((candidate) => files.text(candidate) !== undefined);
}

/** A file as it is asked for; `written` is the path in the specifier. */
export type AskedFile = File & { readonly written?: string };

/** Why there is no such file to import. */
export function noFile(files: FileSystem, file: AskedFile, place: Place | undefined): LinkError {
  const { path, written = '' } = file;
  const hint = hintFor(files, path, written);
  if (place && files.isFolder(path)) return faultAt(place, isFolder(written, path, place, hint));
  return faultAt(place, notFound(file, place, hint));
}

/** What an `import` without its extension, or of a folder, may have meant, as a specifier. */
function hintFor(files: FileSystem, path: string, written: string): string | undefined {
  const found = requiredFile(files, path);
  if (found === undefined || !/^\.{0,2}\//.test(written)) return undefined;
  return written.replace(/\/$/, '') + found.slice(path.length);
}
