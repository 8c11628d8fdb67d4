/**
 * Gives the page what a container is made with, as addresses that are loaded when a reader runs a program in one:
 * the client, the scripts that Node loads ahead of the program, and the packages that a program may import.
 *
 * In development and in tests the server makes them on request; a build writes them beside the pages.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin, ResolvedConfig } from 'vite';
import { bundle } from '../bundle.ts';
import { shippedPackages } from '../shipped-packages.ts';

const MODULE = 'virtual:webcontainer/scripts';
const FOLDER = 'webcontainer/';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The client, what Node loads ahead of a program, and the packages, each as one module. */
const entries: Readonly<Record<string, string>> = {
  client: here('./client.ts'),
  'trace-preload': here('../trace-preload.ts'),
  'without-types': here('./without-types.ts'),
  ...Object.fromEntries(
    shippedPackages.map((name) => [name, fileURLToPath(import.meta.resolve(name))]),
  ),
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
      const urls = scripts.map(({ name, fileName, text }) => [
        name,
        `${config.base}${fileName}?${fingerprint(text)}`,
      ]);
      return `export const scripts = ${JSON.stringify(Object.fromEntries(urls))};`;
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
    scripts.push({ name, fileName: `${FOLDER}${name}.js`, text: chunks[0]?.code ?? '' });
  }
  return scripts;
}

/** An address changes with the content, so that no cache pairs a new page with an old script. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
