/**
 * Gives the page what a container is made with, as addresses that are loaded when a reader runs a program in one:
 * the client, and the scripts that Node loads ahead of the program.
 *
 * In development and in tests the server makes them on request; a build writes them beside the pages.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin, ResolvedConfig } from 'vite';
import { bundle } from '../bundle.ts';

const MODULE = 'virtual:webcontainer/scripts';
const FOLDER = 'webcontainer/';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** By the name under which the page imports the address. */
const entries = {
  clientUrl: here('./client.ts'),
  tracePreloadUrl: here('../trace-preload.ts'),
  withoutTypesUrl: here('./without-types.ts'),
};

interface Script {
  readonly name: string;
  readonly fileName: string;
  readonly text: string;
}

export function webcontainerScripts(): Plugin {
  let config: ResolvedConfig;
  let making: Promise<readonly Script[]> | undefined;
  const made = () => {
    making ??= makeScripts(config.command === 'build');
    return making;
  };
  return {
    name: 'webcontainer-scripts',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const scripts = await made();
      if (config.command === 'build') {
        for (const { fileName, text } of scripts) {
          this.emitFile({ type: 'asset', fileName, source: text });
        }
      }
      const lines = scripts.map(({ name, fileName, text }) => {
        const url = `${config.base}${fileName}?${fingerprint(text)}`;
        return `export const ${name} = ${JSON.stringify(url)};`;
      });
      return lines.join('\n');
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/\?.*/, '').slice(config.base.length);
        if (!path.startsWith(FOLDER)) return next();
        made().then((scripts) => {
          const script = scripts.find(({ fileName }) => fileName === path);
          if (!script) return next();
          response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
          response.end(script.text);
        }, next);
      });
    },
  };
}

async function makeScripts(minify: boolean): Promise<Script[]> {
  const scripts: Script[] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const { chunks } = await bundle(entry, ['es'], minify);
    const fileName = `${FOLDER}${name.replace(/Url$/, '')}.js`;
    scripts.push({ name, fileName, text: chunks[0]?.code ?? '' });
  }
  return scripts;
}

/** An address changes with the content, so that no cache pairs a new page with an old script. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
