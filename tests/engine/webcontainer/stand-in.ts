/** The engine with the stand-in at its other end, for tests in a browser. */
import { inject } from 'vitest';
import type { Engine } from '../../../src/sandbox/engine.ts';
import { createWebContainerEngine } from '../../../src/sandbox/webcontainer/engine.ts';
import type { Settings } from '../../../src/sandbox/webcontainer/settings.ts';
import type { Scenario } from './scenarios.ts';

declare global {
  /** Where @webcontainer/api finds its other half; nothing else is asked of it than the origin. */
  var WEBCONTAINER_API_IFRAME_URL: string | undefined;
}

export const remote = inject('containerOrigin');

/** An engine whose other end plays a scenario. */
export function engineWith(scenario: Scenario, settings: Partial<Settings> = {}): Engine {
  globalThis.WEBCONTAINER_API_IFRAME_URL = remote;
  return createWebContainerEngine({ ...settings, key: scenario });
}

/** Lets those begin that are late. */
export async function letGo(): Promise<void> {
  await fetch(`${remote}/late/go`, { method: 'POST', body: 'null' });
}
