/**
 * Makes the document of the browser engine's sandbox: one self-contained HTML file with the host's script, which in
 * turn contains the script of the workers and the trace preload. The frame has an opaque origin and a policy that
 * reaches no network, so it could load nothing else: the texts of the shelf are files beside it, for the page to fetch.
 *
 * In development and in tests the server makes them on request; a build writes them beside the pages.
 */
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { type Bundled, bundle, madeModules, textModules } from '../bundle.ts';
import { addressed } from '../content-address.ts';
import { makeShelf, type ShelfText } from './build-shelf.ts';

const FOLDER = 'sandbox/';
const PATH = `${FOLDER}browser.html`;
const DOCUMENT = 'virtual:sandbox/document';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Nothing but the document's own scripts, and modules and workers that it makes; see `host/script-urls.ts` for data:. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob: data: 'wasm-unsafe-eval'",
  'worker-src blob: data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function sandboxDocument(): Plugin {
  let config: ResolvedConfig;
  let making: Promise<Made> | undefined;
  const made = () => {
    making ??= make(config.command === 'build');
    return making;
  };
  return {
    name: 'sandbox-document',
    config: () => ({
      // Its wasm file is found beside the module, which a pre-bundled copy would have left behind.
      optimizeDeps: { exclude: ['@swc/wasm-typescript-esm'] },
    }),
    configResolved(resolved) {
      config = resolved;
    },
    resolveId(id) {
      return id === DOCUMENT ? `\0${DOCUMENT}` : undefined;
    },
    async load(id) {
      if (id !== `\0${DOCUMENT}`) return undefined;
      const files = filesOf(await made());
      if (config.command === 'build') {
        for (const { fileName, source } of files.values()) {
          this.emitFile({ type: 'asset', fileName, source });
        }
      }
      return manifest(await made(), config.base);
    },
    configureServer(server) {
      const folder = here('.');
      server.watcher.on('change', (file) => {
        if (!file.startsWith(folder) && !preloadFile.test(file)) return;
        making = undefined;
        forget(server);
      });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/\?.*/, '').slice(config.base.length);
        if (!path.startsWith(FOLDER)) return next();
        made().then((current) => {
          const file = filesOf(current).get(path);
          if (!file) return next();
          response.setHeader('Content-Type', `${file.type}; charset=utf-8`);
          response.end(file.source);
        }, next);
      });
    },
  };
}

function forget(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(`\0${DOCUMENT}`);
    if (module) environment.moduleGraph.invalidateModule(module);
  }
}

interface ServedFile {
  readonly fileName: string;
  readonly type: string;
  readonly source: string;
}

/** By path below the site's base. */
function filesOf({ html, shelf }: Made): Map<string, ServedFile> {
  const files = [
    { fileName: PATH, type: 'text/html', source: html },
    ...shelf.map(({ name, text }) => {
      return { fileName: shelfPath(name), type: 'text/javascript', source: text };
    }),
  ];
  return new Map(files.map((file) => [file.fileName, file]));
}

function shelfPath(name: string): string {
  return `${FOLDER}shelf/${name.replaceAll('/', '-')}.js`;
}

/** The module by which the page knows all of it. */
function manifest({ html, shelf }: Made, base: string): string {
  const entries = shelf.map(({ name, text, needs, words }) => {
    const url = addressed(`${base}${shelfPath(name)}`, text);
    return [name, { url, needs, words }];
  });
  const documentUrl = addressed(`${base}${PATH}`, html);
  return [
    `export const documentUrl = ${JSON.stringify(documentUrl)};`,
    `export const shelf = ${JSON.stringify(Object.fromEntries(entries))};`,
  ].join('\n');
}

interface Made {
  readonly html: string;
  readonly shelf: readonly ShelfText[];
}

async function make(minify: boolean): Promise<Made> {
  const entry = here('./process/main.ts');
  const preload = await bundle(here('../trace-preload.ts'), ['iife'], false, [preloadInEngine]);
  const parts = (text: string) =>
    madeModules({
      'virtual:sandbox/core-parts': text,
      'virtual:sandbox/trace-preload': `export const traceThread=${PRINT}=>{${textOf(preload)}\n};`,
    });
  const noParts = 'export const coreParts=()=>({})';
  const core = await bundle(entry, ['iife'], false, [parts(noParts)]);
  const { texts, coreParts } = await makeShelf(core.modules, minify);
  const worker = await bundle(entry, ['iife'], minify, [parts(coreParts)], 'classes');
  const inner = textModules({ 'virtual:sandbox/worker': textOf(worker) });
  const host = await bundle(
    here('./host/main.ts'),
    ['iife'],
    minify,
    [inner, lexerCompressed],
    'none',
  );
  return { html: documentOf(textOf(host)), shelf: texts };
}

/** `trace-preload.ts`, and what it is made of. */
const preloadFile = /[\\/](trace-)?preload[\w-]*\.ts$/;

/** By this name the preload finds how to print. */
const PRINT = 'printEvent';

/** In the engine it is no file, and prints without node:fs: that is on the shelf. */
const preloadInEngine: Plugin = {
  name: 'sandbox-trace-preload',
  enforce: 'pre',
  config: () => ({ define: { 'import.meta.url': '"file:///sandbox/trace-preload.ts"' } }),
  load: (id) =>
    id.endsWith('/preload-files.ts')
      ? `export const writeSync = (_, text) => ${PRINT}(text); export const pathOfFile = () => {};`
      : undefined,
};

/** The lexer's wasm comes as base64, in which gzip finds nothing that repeats: compressed first it weighs a fifth less. */
const lexerCompressed: Plugin = {
  name: 'sandbox-lexer-compressed',
  transform(code, id) {
    if (!id.includes('/es-module-lexer/')) return undefined;
    const [base64 = ''] = /[A-Za-z0-9+/]{1000,}=*/.exec(code) ?? [];
    const wasm = Buffer.from(base64, 'base64');
    const compile = 'WebAssembly.compile(i())';
    if (base64 === '' || !code.includes(compile)) {
      throw new Error(`${id} is not what it was: see how it holds its wasm now.`);
    }
    const inflated = 'new Blob([i()]).stream().pipeThrough(new DecompressionStream("deflate-raw"))';
    return code
      .replace(base64, deflateRawSync(wasm, { level: 9 }).toString('base64'))
      .replace(compile, `new Response(${inflated}).arrayBuffer().then(WebAssembly.compile)`)
      .replace('"undefined"!=typeof Buffer?Buffer.from(A,"base64"):', '');
  },
};

function textOf({ chunks: [chunk] }: Bundled): string {
  return chunk?.code ?? '';
}

function documentOf(host: string): string {
  // What would end the script element, or begin a comment in it, can only stand in strings and patterns.
  const script = host.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>Sandbox</title></head><body><script>${script}</script></body></html>\n`,
  ].join('');
}
