// @ts-check

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { sendHeaders } from './tools/send-headers.ts';

export default defineConfig({
  site: 'https://unblocked.example',
  integrations: [mdx()],
  // The headers of every response, in dev and preview as on a static host: public/_headers.
  vite: { plugins: [sendHeaders()] },
  trailingSlash: 'always',
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "frame-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
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
