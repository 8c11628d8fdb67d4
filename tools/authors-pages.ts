/** Pages for authors, which `npm run dev` has and the built site has not. Astro makes no page of a folder with `_` by itself. */
import type { AstroIntegration } from 'astro';

export function authorsPages(): AstroIntegration {
  return {
    name: 'authors-pages',
    hooks: {
      'astro:config:setup'({ command, injectRoute }) {
        if (command !== 'dev') return;
        injectRoute({
          pattern: '/authors/questions/',
          entrypoint: new URL('../src/pages/_authors/questions.astro', import.meta.url),
          prerender: true,
        });
      },
    },
  };
}
