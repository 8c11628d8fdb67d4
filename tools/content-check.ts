/**
 * Lets the build fail on mistakes in the content, all told at once and before anything else stumbles over one of them;
 * and lets the dev server tell them after each change, without dying.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Long enough for an editor to write all that it has to write. */
const QUIET_MS = 150;

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      async 'astro:config:setup'({ command, logger }) {
        if (command !== 'build') return;
        const mistakes = await tellMistakes();
        if (mistakes === '') return;
        logger.error(`\n\n${mistakes}`);
        // Thrown, they would be called an unhandled error of this hook.
        process.exit(1);
      },
      'astro:server:setup'({ server, logger }) {
        const content = fileURLToPath(new URL('../content/', import.meta.url));
        let waiting: NodeJS.Timeout | undefined;
        let told = '';
        const tell = async () => {
          const mistakes = await tellMistakes();
          if (mistakes === told) return;
          told = mistakes;
          if (mistakes === '') logger.info('No mistakes in the content any more.');
          else logger.error(`\n\n${mistakes}`);
        };
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(content)) return;
          clearTimeout(waiting);
          waiting = setTimeout(tell, QUIET_MS);
        });
        void tell();
      },
    },
  };
}

/**
 * What the command prints, empty where all is well. It runs as a program of its own, so that its words are
 * the same everywhere, and a dev server that runs for days always checks by the rules of today.
 */
function tellMistakes(): Promise<string> {
  const program = fileURLToPath(new URL('check-content.ts', import.meta.url));
  const flags = ['--disable-warning=ExperimentalWarning'];
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, program], (error, _stdout, stderr) => {
      resolve(error === null ? '' : stderr || error.message);
    });
  });
}
