/**
 * The service worker: keeps the whole course on the reader's computer, so that it can be read and run without a network.
 *
 * With a network pages come from there, so a reader always has the latest; without one they come from what is kept.
 * Scripts, fonts and the sandbox have a hash in their address, or never change: what is kept is as good as new.
 * A new version of the site takes over when no page of the old one is open any more, so that no page loses its scripts.
 */
import { kept as files, framed, version } from 'virtual:offline/files';

/** What this script uses of the global scope of a service worker, which TypeScript's DOM types leave out. */
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', handle: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', handle: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', handle: (event: MessageEvent) => void): void;
}
interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = self as unknown as Scope;
const PREFIX = 'course-';
const NAME = PREFIX + version;
/** Fetched at the same time while the reader reads. */
const AT_ONCE = 3;
/** A network that has not answered by then is as good as none. */
const PATIENCE_MS = 4000;
const finalPaths = new Set(
  files.filter(({ mayChange }) => !mayChange).map(({ url }) => url.replace(/\?.*/, '')),
);

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  event.respondWith(finalPaths.has(pathname) ? fromKept(request) : fromNetwork(request));
});
// A page asks what it has to keep by itself.
scope.addEventListener('message', ({ ports: [port] }) => port?.postMessage(framed));

/** Keeps every file; fails, to be tried again at the next visit, where one cannot be had. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME);
  const waiting = [...files];
  const keepNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const { url, mayChange } = file;
      const known = mayChange ? undefined : await caches.match(url, { ignoreVary: true });
      const response = known ?? (await fetch(url, { cache: mayChange ? 'no-cache' : 'default' }));
      if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
      await cache.put(url, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function fromKept(request: Request): Promise<Response> {
  return (await kept(request)) ?? fetch(request);
}

async function fromNetwork(request: Request): Promise<Response> {
  const fallback = await kept(request);
  if (!fallback) return fetch(request);
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await Promise.race([
      fetch(request),
      new Promise<never>((_, reject) => {
        patience.onabort = () => reject(patience.reason);
      }),
    ]);
  } catch {
    return fallback;
  }
}

/**
 * Pages are the same page with any query; everything else goes by its whole address.
 * Whatever a host lets vary with who asks: a static site's file is one file.
 */
async function kept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(NAME);
  return cache.match(request, { ignoreSearch: request.mode === 'navigate', ignoreVary: true });
}
