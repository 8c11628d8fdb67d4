// @ts-check

import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { offlineCourse } from './src/offline/integration.ts';
import { themeSnippet } from './src/progress/storage.ts';
import { sandboxDocument } from './src/sandbox/browser/document-plugin.ts';
import { webcontainerScripts } from './src/sandbox/webcontainer/client-plugin.ts';
import { authorsPages } from './tools/authors-pages.ts';
import { contentCheck } from './tools/content-check.ts';
import { sendHeaders } from './tools/send-headers.ts';

const themeHash = /** @type {const} */ (
  `sha256-${createHash('sha256').update(themeSnippet).digest('base64')}`
);

export default defineConfig({
  site: 'https://unblocked.example',
  integrations: [mdx(), contentCheck(), authorsPages(), offlineCourse()],
  // The headers of every response, in dev and preview as on a static host: public/_headers.
  vite: {
    plugins: [sendHeaders(), sandboxDocument(), webcontainerScripts()],
    build: {
      rolldownOptions: {
        // Astro marks each lesson with a directive of its own, and the bundler warns of each.
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
  trailingSlash: 'always',
  // A page's styles come with it: three small files would each cost the first paint a round trip.
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        // A WebContainer is a frame of StackBlitz's; whether it can be reached is asked before the reader waits for it.
        "frame-src 'self' https://stackblitz.com",
        "connect-src 'self' https://stackblitz.com",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        // "Open in StackBlitz" posts the program there, in a new tab, when the reader asks for it.
        'form-action https://stackblitz.com',
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeHash] },
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'default' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  markdown: {
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    },
  },
});
