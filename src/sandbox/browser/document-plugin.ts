/**
 * Makes the document of the browser engine's sandbox: one self-contained HTML file with the host's script, which in
 * turn contains the script of the workers and the trace preload. The frame has an opaque origin and a policy that
 * reaches no network, so it could load nothing else.
 *
 * In development and in tests the server makes it on request; a build writes it beside the pages.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';

const PATH = 'sandbox/browser.html';
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
  let made: Promise<string> | undefined;
  const html = () => {
    made ??= makeDocument(config.command === 'build');
    return made;
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
      const source = await html();
      if (config.command === 'build') this.emitFile({ type: 'asset', fileName: PATH, source });
      // The address changes with the content, so that no cache pairs a new page with an old sandbox.
      const version = createHash('sha256').update(source).digest('hex').slice(0, 12);
      return `export const documentUrl = ${JSON.stringify(`${config.base}${PATH}?${version}`)};`;
    },
    configureServer(server) {
      const folder = here('.');
      server.watcher.on('change', (file) => {
        if (!file.startsWith(folder) && !file.endsWith('trace-preload.ts')) return;
        made = undefined;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(`\0${DOCUMENT}`);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
      });
      server.middlewares.use(`/${PATH}`, (_request, response, next) => {
        html().then((source) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(source);
        }, next);
      });
    },
  };
}

async function makeDocument(minify: boolean): Promise<string> {
  const [worker, preload] = await Promise.all([
    bundle(here('./process/main.ts'), 'iife', minify),
    bundle(here('../trace-preload.ts'), 'es', minify),
  ]);
  const host = await bundle(here('./host/main.ts'), 'iife', minify, {
    'virtual:sandbox/worker': worker,
    'virtual:sandbox/trace-preload': preload,
  });
  // What would end the script element, or begin a comment in it, can only stand in strings and patterns.
  const script = host.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>Sandbox</title></head><body><script>${script}</script></body></html>\n`,
  ].join('');
}

/** One script out of an entry and all that it imports, but for Node's modules. `texts` are modules that give a text. */
async function bundle(
  input: string,
  format: 'iife' | 'es',
  minify: boolean,
  texts: Readonly<Record<string, string>> = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [textModules(texts)],
    // What node's streams as a package ask for, they get from the built-in modules of ours.
    resolve: {
      alias: [
        { find: /^events$/, replacement: here('./process/streams/stream-events.ts') },
        { find: /^(safe-)?buffer$/, replacement: here('./process/builtins/buffer.ts') },
        { find: /^process\/$/, replacement: here('./process/builtins/process.ts') },
      ],
    },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input,
        external: /^node:/,
        output: {
          format,
          codeSplitting: false,
          // Names of functions and classes are seen by programs: in stacks, and when they print our objects.
          keepNames: true,
          minify: minify && {
            mangle: { keepNames: true },
            compress: { keepNames: { function: true, class: true } },
            codegen: true,
          },
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunk = outputs.flatMap(({ output }) => output).find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${input} did not become a script.`);
  return chunk.code;
}

function textModules(texts: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'sandbox-texts',
    resolveId: (id) => (Object.hasOwn(texts, id) ? `\0${id}` : undefined),
    load(id) {
      const text = texts[id.slice(1)];
      return id.startsWith('\0') && text !== undefined
        ? `export default ${JSON.stringify(text)};`
        : undefined;
    },
  };
}
