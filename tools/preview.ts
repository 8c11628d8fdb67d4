/**
 * Serves `dist/` as a static host does: the headers of `public/_headers` on every response, a redirect to the slash
 * at the end of a page's address, `404.html` for what does not exist. `npm run preview [-- --port 5000 --host]`.
 * `astro preview` cannot do that: it sends no headers with a 404, and takes no plugins.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Connect, type PreviewServer, preview } from 'vite';
import { sendHeaders } from './send-headers.ts';

const outDir = 'dist';

/** Port 0 stands for any free one. Resolves once the server listens. */
export function servePages(
  port: number,
  host: string | boolean = 'localhost',
): Promise<PreviewServer> {
  if (!isFile('/index.html')) {
    throw new Error('There is no built site to serve. Run `npm run build` first.');
  }
  return preview({
    configFile: false,
    appType: 'mpa',
    build: { outDir },
    preview: { port, host },
    plugins: [
      sendHeaders(),
      {
        name: 'addresses-of-a-static-host',
        configurePreviewServer: ({ middlewares }) => void middlewares.use(answerOthers),
      },
    ],
  });
}

/** Leaves pages and files to Vite, redirects to a page's slash, and says so where there is nothing. */
const answerOthers: Connect.NextHandleFunction = (request, response, next) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://host');
  if (isFile(pathname) || isFile(`${pathname}index.html`)) return next();
  if (isFile(`${pathname}/index.html`)) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  response.removeHeader('Cache-Control'); // what is missing now may come
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(readFileSync(`${outDir}/404.html`));
};

/** Takes an address as it is: no file of the site has a name that needs decoding. */
function isFile(pathname: string): boolean {
  return statSync(`${outDir}${pathname}`, { throwIfNoEntry: false })?.isFile() ?? false;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4321' }, host: { type: 'boolean' } },
  });
  const server = await servePages(Number(values.port), values.host);
  server.printUrls();
}
