/** The embedded engine, seen from the page. It needs nothing but the site itself, and works offline. */
import type { BootOptions, Engine, Sandbox, Support } from '../engine.ts';
import { WorkerStripper } from '../typescript/worker-stripper.ts';
import { openHost } from './host-frame.ts';
import { BrowserSandbox } from './sandbox.ts';

const NO_SHARED_MEMORY =
  'This browser gives the sandbox no shared memory: SharedArrayBuffer, Atomics.wait and the fs functions ' +
  'that end in Sync do not work here.';

const stripper = new WorkerStripper();

/** `sharedMemory: false` gives what a browser gives that has none; for tests. */
export function createBrowserEngine({ sharedMemory: wanted } = { sharedMemory: true }): Engine {
  /** What the first sandbox said; only the frame itself can know. */
  let sharedMemory =
    wanted && typeof SharedArrayBuffer === 'function' && globalThis.crossOriginIsolated;

  return {
    id: 'browser',

    support(): Support {
      if (typeof Worker !== 'function' || typeof WebAssembly !== 'object') {
        return {
          ok: false,
          reason:
            'This browser has no workers or no WebAssembly: the program has nothing to run in.',
          remedy: 'Open the page in a current browser.',
        };
      }
      return sharedMemory ? { ok: true } : { ok: true, limits: NO_SHARED_MEMORY };
    },

    async boot({ signal, onProgress }: BootOptions): Promise<Sandbox> {
      onProgress('Starting the engine');
      const host = await openHost(signal, wanted);
      sharedMemory = host.sharedMemory;
      return new BrowserSandbox(host, stripper, new WorkerStripper());
    },
  };
}

export const browserEngine = createBrowserEngine();
