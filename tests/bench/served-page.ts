/** Builds the page of the benchmarks as the site is built, minified, and serves it with the site's headers. */
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';
import { sandboxDocument } from '../../src/sandbox/browser/document-plugin.ts';
import { sendHeaders } from '../../tools/send-headers.ts';

const root = fileURLToPath(new URL('./page', import.meta.url));
const outDir = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url));

export interface ServedPage {
  readonly url: string;
  stop(): Promise<void>;
}

export async function servePage(): Promise<ServedPage> {
  const shared = { root, configFile: false, publicDir: false, logLevel: 'warn' } as const;
  await build({
    ...shared,
    plugins: [sandboxDocument()],
    build: { outDir, emptyOutDir: true, target: 'es2023' },
    worker: { format: 'es' },
  });
  const server: PreviewServer = await preview({
    ...shared,
    plugins: [sendHeaders()],
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The server has no address.');
  return { url, stop: () => server.close() };
}
