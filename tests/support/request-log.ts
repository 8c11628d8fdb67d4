/**
 * A Vite plugin that counts who asks: whatever is requested under `/asked/<run>/<token>` is answered, from any origin,
 * and remembered; so are WebSockets. `/asked-log/<run>` tells the tokens of a run. A second server, on a port of its
 * own, stands for another site. What a test of the sandbox believes is this log, not only what a program was told.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';

/** What the end of a path asks for. */
const contents: Readonly<Record<string, readonly [type: string, body: string]>> = {
  js: ['text/javascript', '0;'],
  json: ['application/json', '0'],
  html: ['text/html', '<!doctype html><title>Outside</title>'],
  events: ['text/event-stream', 'data: here\n\n'],
};

export function requestLog(): Plugin {
  const asked = new Map<string, Set<string>>();
  const remember = (url = ''): boolean => {
    const [, run, token] = /^\/asked\/([^/]+)\/([^?.]+)/.exec(url) ?? [];
    if (run === undefined || token === undefined) return false;
    asked.set(run, (asked.get(run) ?? new Set()).add(decodeURIComponent(token)));
    return true;
  };
  let otherOrigin = '';

  const answer = (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    const run = /^\/asked-log\/(.+)$/.exec(path)?.[1];
    if (run !== undefined) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ otherOrigin, tokens: [...(asked.get(run) ?? [])] }));
      return true;
    }
    if (!remember(path)) return false;
    const [type, body] = contents[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? ['text/plain', 'here'];
    response.setHeader('Content-Type', type);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    // Without it a frame in an isolated page stays empty.
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.end(body);
    return true;
  };

  return {
    name: 'request-log',
    async configureServer({ httpServer, middlewares }) {
      middlewares.use((request, response, next) => {
        if (!answer(request, response)) next();
      });
      listenForSockets(httpServer as Server | null, remember);
      const other = createServer((request, response) => {
        if (!answer(request, response)) response.end();
      });
      listenForSockets(other, remember);
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      other.unref();
      const address = other.address();
      if (typeof address === 'object') otherOrigin = `http://127.0.0.1:${address?.port}`;
      httpServer?.once('close', () => other.close());
    },
  };
}

/** Opens every WebSocket that is asked for under `/asked/`. The words are RFC 6455's. */
function listenForSockets(server: Server | null, remember: (url?: string) => boolean): void {
  server?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (!remember(request.url)) return;
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
}
