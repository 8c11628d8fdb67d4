/** The engines that exist, and how to get one. The only file that knows. */
import type { Engine, EngineId } from './engine.ts';
import { keepingSandbox } from './kept-sandbox.ts';

interface Entry {
  readonly label: string;
  /** Loads the engine's code. The same engine every time: its sandbox is kept from run to run. */
  load(): Promise<Engine>;
}

export const engines: Partial<Record<EngineId, Entry>> = {
  browser: {
    label: 'In this page',
    load: once(async () => keepingSandbox((await import('./browser/engine.ts')).browserEngine)),
  },
};

/** A load that fails, for want of a network say, is tried again the next time. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
