/**
 * Engines are fetched and booted before they are wanted, where that asks nobody else for anything. Should it fail, the
 * run will say so.
 */
import type { EngineId } from '../../sandbox/engine.ts';
import type { SandboxAccess } from './session.ts';

export class WarmEngines {
  /** The engine that has been warmed up. */
  #warm: EngineId | undefined;

  async warmUp(load: () => Promise<SandboxAccess>, id: EngineId): Promise<void> {
    if (this.#warm === id) return;
    this.#warm = id;
    try {
      const { engines, warmUp } = await load();
      const entry = engines[id];
      if (entry && !entry.contacts) warmUp(await entry.load());
    } catch {
      this.#warm = undefined;
    }
  }
}
