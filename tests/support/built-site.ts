/** The built site: which pages it has, whether it is up to date, and a server for it. */
import { existsSync, globSync, statSync } from 'node:fs';
import { servePages } from '../../tools/preview.ts';

/** Addresses of all pages of `dist/`, as a reader would type them, in order: `/`, `/404.html`, `/about/` … */
export function builtPages(): string[] {
  return globSync('dist/**/*.html')
    .map((file) => `/${file.slice('dist/'.length).replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

/** Those that a reader opens; the sandbox's document is only ever loaded into a frame. */
export const readerPages = (): string[] =>
  builtPages().filter((page) => !page.startsWith('/sandbox/'));

/** The file of `dist/` that is served at the address of a page. */
export const builtFile = (page: string): string =>
  `dist${page.endsWith('/') ? `${page}index.html` : page}`;

/** Throws, with what to do, if `dist/` is missing or does not show the present sources. */
export function assertBuilt(): void {
  const built = 'dist/index.html';
  if (!existsSync(built)) {
    throw new Error('There is no built site to test. Run `npm run build` first (`npm test` does).');
  }
  const builtAt = statSync(built).mtimeMs;
  const newer = globSync([
    '{src,content,public}/**/*',
    'astro.config.mjs',
    'package-lock.json',
  ]).find((file) => statSync(file).isFile() && statSync(file).mtimeMs > builtAt);
  if (newer) {
    throw new Error(
      `The built site is out of date: ${newer} changed after it. Run \`npm run build\` first (\`npm test\` does).`,
    );
  }
}

export interface ServedSite {
  /** Without a slash at its end, for example `http://127.0.0.1:34567`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves `dist/` on a free port, as `npm run preview` does. */
export async function serveBuiltSite(): Promise<ServedSite> {
  const server = await servePages(0, '127.0.0.1');
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
}
