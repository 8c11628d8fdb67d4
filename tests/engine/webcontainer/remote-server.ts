/**
 * Serves the stand-in for StackBlitz (`remote-half.ts`) on an origin of its own, and runs its programs: real Node.js, the
 * one that runs the tests, in a temporary folder for each container. As in a WebContainer there is one stream of output
 * with a terminal's line ends, and the end of input is a character.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { RemoteContainer } from './remote-container.ts';

export interface RemoteServer {
  readonly origin: string;
  stop(): Promise<void>;
}

const here = (path: string) => new URL(path, import.meta.url);
/** The client's own copy of Comlink, which is no export of its package. */
const comlink = 'node_modules/@webcontainer/api/dist/vendor/index.js';

type Page = readonly [type: string, text: string];
const pages: Readonly<Record<string, (query: URLSearchParams) => Promise<Page>>> = {
  '/headless': async (query) => {
    const scenario = /^[\w-]+$/.exec(query.get('client_id') ?? '') ?? 'well';
    return [
      'text/html',
      `<!doctype html><html data-scenario="${scenario}"><title>Stand-in</title><script type="module" src="/remote-half.js"></script>`,
    ];
  },
  '/remote-half.js': async () => [
    'text/javascript',
    stripTypeScriptTypes(await readFile(here('./remote-half.ts'), 'utf8')),
  ],
  '/comlink.js': async () => ['text/javascript', await readFile(comlink, 'utf8')],
};

export async function serveRemoteHalf(): Promise<RemoteServer> {
  const containers = new Map<string, RemoteContainer>();
  const late = { waiting: [] as (() => void)[] };

  async function act(path: string, body: unknown): Promise<unknown> {
    if (path === '/late/wait') {
      return new Promise<void>((resolve) => late.waiting.push(() => resolve()));
    }
    if (path === '/late/go') {
      for (const go of late.waiting.splice(0)) go();
      return null;
    }
    if (path === '/container') {
      const container = await RemoteContainer.make(body);
      containers.set(container.id, container);
      return container.id;
    }
    const [, id = '', action = '', process = '', verb = ''] =
      /^\/container\/([^/]+)\/([^/]+)(?:\/([^/]+)\/([^/]+))?$/.exec(path) ?? [];
    const container = containers.get(id);
    if (!container) throw new Error(`There is no container ${id}.`);
    if (action === 'teardown') {
      containers.delete(id);
      return container.remove();
    }
    return action === 'process' ? container.ask(process, verb, body) : container.act(action, body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://remote');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    const page = pages[path];
    if (page) {
      const [type, text] = await page(searchParams);
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.end(text);
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || 'null');
    try {
      response.end(JSON.stringify({ value: (await act(path, body)) ?? null }));
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      response.end(JSON.stringify({ error: { message, code } }));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      await Promise.all([...containers.values()].map((container) => container.remove()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
