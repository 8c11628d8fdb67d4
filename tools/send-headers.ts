/**
 * A Vite plugin that answers every request with the headers that `public/_headers` gives its path,
 * so that dev, preview, tests and static hosts all follow one file.
 * Astro's `server.headers` would leave out 404s.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';

interface HeaderRule {
  /** A path; a `*` at its end stands for anything. */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads the format of Netlify and Cloudflare Pages: a path, then indented `Name: value` lines; `#` begins a comment. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line);
    const rule = rules.at(-1);
    if (header?.[1] && header[2] && rule) rule.headers.push([header[1], header[2]]);
    else if (/^\/[^\s*]*\*?$/.test(line)) rules.push({ pattern: line, headers: [] });
    else throw new Error(`public/_headers:${index + 1}: neither a path nor a header: ${line}`);
  }
  return rules;
}

/** The headers for a path without query, in the order of the rules. */
export function headersFor(rules: readonly HeaderRule[], path: string): [string, string][] {
  return rules.flatMap(({ pattern, headers }) => {
    const matches = pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern;
    return matches ? headers.map(([name, value]): [string, string] => [name, value]) : [];
  });
}

export function sendHeaders(file = new URL('../public/_headers', import.meta.url)): Plugin {
  const rules = parseHeaders(readFileSync(file, 'utf8'));
  // Ahead of all middleware, also of what Astro puts in front: whatever answers, answers with them.
  const addTo = ({ httpServer }: Pick<ViteDevServer | PreviewServer, 'httpServer'>) => {
    httpServer?.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const path = (request.url ?? '/').replace(/[?#].*/s, '');
      for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    });
  };
  return { name: 'send-headers', configureServer: addTo, configurePreviewServer: addTo };
}
