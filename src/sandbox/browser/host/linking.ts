/** Linking that may have to wait for modules of the shelf. */
import type { Fault } from '../wire/thread-messages.ts';
import { LinkError } from './linker.ts';
import { ShelfWanted } from './shelf.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Does what needs linking, at once or, if modules of the shelf have to be fetched first, once they are here, unless it
 * is not `wanted` any more. `refuse` gets the reason where the program is at fault or a module cannot be had.
 */
export function whenLinked(
  run: () => void,
  refuse: (fault: Fault) => void,
  { guarded, shelf }: Surroundings,
  wanted: () => boolean,
): void {
  const attempt = () => {
    try {
      run();
    } catch (error) {
      if (error instanceof LinkError) {
        refuse(error.fault);
        return;
      }
      if (!(error instanceof ShelfWanted)) throw error;
      void shelf.fetch(error.names).then((failed) => {
        if (!wanted()) return;
        guarded(() => {
          if (failed.length === 0) attempt();
          else refuse(notFetched(failed));
        });
      });
    }
  };
  attempt();
}

function notFetched(names: readonly string[]): Fault {
  const list = names.map((name) => `'${name}'`).join(', ');
  const message = `Cannot load ${list}: the site cannot be reached. Try again when the network is back.`;
  return { name: 'Error', code: 'ERR_MODULE_NOT_FOUND', message };
}
