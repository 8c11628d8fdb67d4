/** Writes the service worker beside the built site, with the list of what it keeps. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin } from 'vite';
import { isFramed, type KeptFile, keptFile } from './kept-files.ts';

export function offlineCourse(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-course',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          plugins: [listOf(folder, base)],
          build: {
            outDir: folder,
            emptyOutDir: false,
            modulePreload: false,
            rolldownOptions: {
              input: fileURLToPath(new URL('./service-worker.ts', import.meta.url)),
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
      },
    },
  };
}

/** The list as a module, see `files.d.ts`. */
function listOf(folder: string, base: string): Plugin {
  const id = 'virtual:offline/files';
  return {
    name: 'offline-files',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load(asked) {
      if (asked !== `\0${id}`) return undefined;
      const version = createHash('sha256');
      const kept: KeptFile[] = [];
      for (const path of globSync('**/*.*', { cwd: folder }).sort()) {
        const content = readFileSync(folder + path, 'utf8');
        const file = keptFile(path.replaceAll('\\', '/'), content, base);
        if (!file) continue;
        version.update(file.url).update(content);
        kept.push(file);
      }
      const framed = kept.map(({ url }) => url).filter(isFramed);
      return [
        `export const kept = ${JSON.stringify(kept)};`,
        `export const framed = ${JSON.stringify(framed)};`,
        `export const version = ${JSON.stringify(version.digest('hex').slice(0, 12))};`,
      ].join('\n');
    },
  };
}
