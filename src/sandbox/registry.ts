/** The engines that exist, and how to get one. The only file that knows. */
import type { Engine } from './engine.ts';
import { type EngineId, engineIds, isEngineId } from './engine-ids.ts';
import { keepingSandbox } from './kept-sandbox.ts';

export interface Entry {
  readonly label: string;
  /** What it can do, in a sentence. */
  readonly about: string;
  /** Who is asked for it over the network, and when, in a sentence. Without it nobody is. */
  readonly contacts?: string;
  /** Where a program then runs: "in this page". */
  readonly place: string;
  /** Loads the engine's code. The same engine every time: its sandbox is kept from run to run. */
  load(): Promise<Engine>;
}

export const engines: Readonly<Record<EngineId, Entry>> = {
  browser: {
    label: 'In this page',
    about: 'The course’s own engine: the part of Node.js that the lessons use, with real threads.',
    place: 'in this page',
    load: once(async () => keepingSandbox((await import('./browser/engine.ts')).browserEngine)),
  },
  webcontainer: {
    label: 'WebContainer (Node.js 22)',
    about: 'Real Node.js, by StackBlitz. It takes longer to start, and may not end a loop at once.',
    contacts:
      'When you press Run, it is fetched from stackblitz.com and webcontainer.io, and runs in their frame in this page.',
    place: 'in a WebContainer',
    load: once(async () => (await import('./webcontainer/engine.ts')).webcontainerEngine),
  },
};

/** Where an experiment starts that asks for no engine of its own: as the site's configuration says. */
export const defaultEngine: EngineId = configured(import.meta.env['PUBLIC_DEFAULT_ENGINE']);

function configured(text: unknown): EngineId {
  if (text === undefined || text === '') return engineIds[0];
  if (isEngineId(text)) return text;
  throw new Error(
    `PUBLIC_DEFAULT_ENGINE is "${text}"; it can be ${engineIds.map((id) => `"${id}"`).join(' or ')}.`,
  );
}

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
