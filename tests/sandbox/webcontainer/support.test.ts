import { describe, expect, test } from 'vitest';
import {
  type FailureName,
  failureOf,
  isOutOfMemory,
} from '../../../src/sandbox/webcontainer/failures.ts';
import { defaults } from '../../../src/sandbox/webcontainer/settings.ts';
import {
  failureHere,
  type Surroundings,
  supportOf,
} from '../../../src/sandbox/webcontainer/support.ts';

const chrome: Surroundings = {
  isSecureContext: true,
  crossOriginIsolated: true,
  hasSharedMemory: true,
  hasServiceWorkers: true,
  hasLocks: true,
  hasCompression: true,
  cookieEnabled: true,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36',
  maxTouchPoints: 0,
};
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5';

const surroundings: [string, Partial<Surroundings>, FailureName | undefined][] = [
  ['a current browser', {}, undefined],
  ['Safari on a Mac', { userAgent: mac }, undefined],
  ['a page without the headers', { crossOriginIsolated: false }, 'headers-missing'],
  ['a page that did not come by https', { isSecureContext: false }, 'headers-missing'],
  ['an iPhone', { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5)' }, 'unsupported-browser'],
  ['an iPad', { userAgent: mac, maxTouchPoints: 5 }, 'unsupported-browser'],
  ['an old Safari', { hasCompression: false, crossOriginIsolated: false }, 'unsupported-browser'],
  ['a browser without shared memory', { hasSharedMemory: false }, 'unsupported-browser'],
  ['a browser without locks', { hasLocks: false }, 'unsupported-browser'],
  ['cookies switched off', { cookieEnabled: false }, 'storage-blocked'],
  ['a private window without service workers', { hasServiceWorkers: false }, 'storage-blocked'],
];

describe('what can be told without asking anybody', () => {
  test.for(surroundings)('%s', ([, differs, failure]) => {
    const here = { ...chrome, ...differs };
    expect(failureHere(here)).toBe(failure);
    const support = supportOf(here);
    expect(support.ok).toBe(failure === undefined);
    if (!support.ok) expect([support.reason, support.remedy]).toEqual([said, said]);
  });
  const said = expect.stringMatching(/^[A-Z].*\.$/);
});

test('the other side’s words tell what is the matter', () => {
  const words: Record<string, FailureName> = {
    'WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory': 'out-of-memory',
    'WebAssembly.Memory(): could not allocate memory': 'out-of-memory',
    'Failed to register a ServiceWorker: The user denied permission': 'storage-blocked',
    'The operation is insecure.': 'storage-blocked',
    'Unauthorized domain': 'refused',
  };
  for (const [message, failure] of Object.entries(words)) expect(failureOf(message)).toBe(failure);
  expect(isOutOfMemory('JavaScript heap out of memory')).toBe(false);
});

test('whoever waits for a container hears what is the matter within 15 seconds', () => {
  const { verdictMs, silenceMs, heartbeatMs } = defaults;
  expect(verdictMs).toBeLessThanOrEqual(15_000);
  expect(silenceMs + heartbeatMs).toBeLessThanOrEqual(15_000);
});
