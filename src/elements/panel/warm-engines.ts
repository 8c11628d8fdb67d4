/**
 * Engines are fetched before they are wanted, and booted where that asks nobody else for anything. Should it fail, the
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
      const engine = await entry?.load();
      if (engine && !entry?.contacts) warmUp(engine);
    } catch {
      this.#warm = undefined;
    }
  }
}
