/** The contract in the embedded engine, in whatever browser runs this. */
import { engines } from '../../src/sandbox/registry.ts';
import { type Browser, inBrowser } from './differences.ts';
import { engineContract } from './engine-contract.ts';

engineContract({
  name: 'the browser engine',
  async load() {
    const engine = await engines.browser?.load();
    if (!engine) throw new Error('There is no browser engine.');
    return engine;
  },
  declared: inBrowser(thisBrowser()),
});

function thisBrowser(): Browser {
  if (navigator.userAgent.includes('Firefox/')) return 'firefox';
  return navigator.userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
}
