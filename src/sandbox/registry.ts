/** The engines that exist, and how to get one. The only file that knows. */
import type { Engine, EngineId } from './engine.ts';

interface Entry {
  readonly label: string;
  load(): Promise<Engine>;
}

export declare const engines: Partial<Record<EngineId, Entry>>;
