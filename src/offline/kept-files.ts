/**
 * Which files of the built site are kept on a reader's computer, and under which addresses the pages ask for them.
 *
 *     the-question/index.html     /the-question/
 *     _astro/run-panel.B1b4.js    /_astro/run-panel.B1b4.js
 *     sandbox/browser.html        /sandbox/browser.html?1f2e3d4c5b6a
 */
import { addressed } from '../sandbox/content-address.ts';

export interface KeptFile {
  readonly url: string;
  /** The page, script or font may change behind its address: it has to be fetched again for every version of the site. */
  readonly mayChange: boolean;
}

/** `path` is below the site's root, with slashes; undefined for what a reader offline has no use for. */
export function keptFile(path: string, content: string, base: string): KeptFile | undefined {
  if (path.endsWith('index.html')) {
    return { url: base + path.slice(0, -'index.html'.length), mayChange: true };
  }
  if (path.startsWith('sandbox/')) {
    return { url: addressed(base + path, content), mayChange: false };
  }
  if (/^(_astro|fonts)\//.test(path)) return { url: base + path, mayChange: false };
  if (path === 'favicon.svg') return { url: base + path, mayChange: true };
  return undefined;
}

/** A frame loads it by a navigation that a service worker does not see. */
export const isFramed = (url: string): boolean => /\/sandbox\/[^/]+\.html\?/.test(url);
