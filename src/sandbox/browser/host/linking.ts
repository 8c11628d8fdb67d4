/** Linking that may have to wait for what the page is asked for: modules of the shelf, types to be taken out. */
import type { Fault } from '../wire/thread-messages.ts';
import { LinkError, Pending } from './link-faults.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Does what needs linking, at once or, if something has to be fetched first, once it is here, unless it is not `wanted`
 * any more. `refuse` gets the reason where the program is at fault or something cannot be had.
 */
export function whenLinked(
  run: () => void,
  refuse: (fault: Fault) => void,
  { guarded }: Pick<Surroundings, 'guarded'>,
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
      if (!(error instanceof Pending)) throw error;
      void error.fetch().then((fault) => {
        if (!wanted()) return;
        guarded(() => (fault ? refuse(fault) : attempt()));
      });
    }
  };
  attempt();
}

/** For a thread that cannot be started. */
export function notStarted(why: string): Fault {
  const message = `Worker initialization failure: ${why}`;
  return { name: 'Error', code: 'ERR_WORKER_INIT_FAILED', message };
}
