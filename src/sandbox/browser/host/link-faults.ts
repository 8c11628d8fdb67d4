/** Why something cannot be linked, in Node's words, and the place that asked for it. */
import { ELSEWHERE } from '../remedy.ts';
import { fileUrl } from '../wire/paths.ts';
import type { Fault } from '../wire/thread-messages.ts';
import { placeOf, sourceFrame } from './source-frame.ts';

/** What is wrong with a program's files, on its way out of the linker: `linking.ts` makes it a value. */
export class LinkError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Files import each other; whoever can link them together may still do it. */
export class Circle extends LinkError {
  constructor(chain: readonly string[], place: Place | undefined) {
    super({ ...circle(chain), ...(place && frameOf(place)) });
  }
}

/** Something has to be fetched by the page before the program can be linked; then it is to be tried again. */
export class Pending extends Error {
  /** Resolves when it is here, with the fault if it cannot be had. */
  readonly fetch: () => Promise<Fault | undefined>;
  constructor(what: string, fetch: () => Promise<Fault | undefined>) {
    super(`Not here yet: ${what}`);
    this.fetch = fetch;
  }
}

/** Where something is asked for: in which module, and, if that is known, at which index of its text. */
export interface Place {
  readonly from: string;
  readonly code?: string;
  readonly at?: number;
}

/** A file, and what follows its path in the URL by which it is asked for. */
export interface File {
  readonly path: string;
  readonly query: string;
}

export function faultAt(place: Place | undefined, fault: Fault): LinkError {
  return new LinkError({ ...fault, ...(place && frameOf(place)) });
}

function frameOf({ from, code, at }: Place): { frame?: string } {
  if (code === undefined || at === undefined) return {};
  const { line, column } = placeOf(code, at);
  return { frame: sourceFrame(from, code, line, column) };
}

const importedFrom = (place: Place | undefined) =>
  place ? ` imported from ${withoutScheme(place.from)}` : '';
const withoutScheme = (from: string) => from.replace(/^file:\/\//, '');

export function notFound({ path, query }: File, place: Place | undefined, hint?: string): Fault {
  return {
    name: 'Error',
    code: 'ERR_MODULE_NOT_FOUND',
    message: `Cannot find module '${path}'${importedFrom(place)}${didYouMean(hint)}`,
    url: fileUrl(path, query),
  };
}

export function isFolder(written: string, path: string, place: Place, hint?: string): Fault {
  const shown = /(^|\/)\.*$/.test(written) && path !== '/' ? `${path}/` : path;
  return {
    name: 'Error',
    code: 'ERR_UNSUPPORTED_DIR_IMPORT',
    message: `Directory import '${shown}' is not supported resolving ES modules${importedFrom(place)}${didYouMean(hint)}`,
    url: fileUrl(shown),
  };
}

const didYouMean = (hint: string | undefined) =>
  hint === undefined ? '' : `\nDid you mean to import ${JSON.stringify(hint)}?`;

export function unknownExtension(path: string): Fault {
  const extension = /\.[^.]*$/.exec(path)?.[0] ?? '';
  const message = `Unknown file extension "${extension}" for ${path}`;
  return { name: 'TypeError', code: 'ERR_UNKNOWN_FILE_EXTENSION', message };
}

export function attributeMissing(file: File): Fault {
  const message = `Module "${fileUrl(file.path, file.query)}" needs an import attribute of "type: json"`;
  return { name: 'TypeError', code: 'ERR_IMPORT_ATTRIBUTE_MISSING', message };
}

export function notJson(file: File): Fault {
  const message = `Module "${fileUrl(file.path, file.query)}" is not of type "json"`;
  return { name: 'TypeError', code: 'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE', message };
}

export function attributeUnsupported(key: string, value: string, file: File): Fault {
  const url = fileUrl(file.path, file.query);
  const message = `Import attribute "${key}" with value "${value}" is not supported in ${url}`;
  return { name: 'TypeError', code: 'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED', message };
}

export function importNotDefined(name: string, settings: string | undefined, from: Place): Fault {
  const within = settings === undefined ? '' : ` in package ${settings}`;
  const message = `Package import specifier "${name}" is not defined${within}${importedFrom(from)}`;
  return { name: 'TypeError', code: 'ERR_PACKAGE_IMPORT_NOT_DEFINED', message };
}

export function notAnImportName(name: string, from: Place): Fault {
  const message = `Invalid module "${name}" is not a valid internal imports specifier name${importedFrom(from)}`;
  return { name: 'TypeError', code: 'ERR_INVALID_MODULE_SPECIFIER', message };
}

export function unknownScheme(scheme: string): Fault {
  const known = /^https?:$/.test(scheme) ? 'file and data' : 'file, data, and node';
  const message = `Only URLs with a scheme in: ${known} are supported by the default ESM loader. Received protocol '${scheme}'`;
  return { name: 'Error', code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME', message };
}

/** For `require`, which names the modules that led there. */
export function notRequired(specifier: string, from: string): Fault {
  return {
    name: 'Error',
    code: 'MODULE_NOT_FOUND',
    message: `Cannot find module '${specifier}'\nRequire stack:\n- ${from}`,
  };
}

export function moduleRequired(path: string): Fault {
  return {
    name: 'Error',
    code: 'ERR_NOT_IN_BROWSER_ENGINE',
    message: `require() of an ES module (${path}) is not part of the browser engine: a browser loads them only asynchronously. Use import(). ${ELSEWHERE}`,
  };
}

export function circle(chain: readonly string[]): Fault {
  const names = chain.slice(chain.indexOf(chain.at(-1) ?? '')).map((path) => path.split('/').pop());
  return {
    name: 'Error',
    code: 'ERR_NOT_IN_BROWSER_ENGINE',
    message: `Files that import each other in a circle (${names.join(' → ')}) are not part of the browser engine. ${ELSEWHERE}`,
  };
}
