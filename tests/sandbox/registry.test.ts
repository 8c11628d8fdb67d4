import { afterEach, describe, expect, test, vi } from 'vitest';

/** The registry of a site that is built with this setting. */
async function registryWith(defaultEngine: string | undefined) {
  vi.stubEnv('PUBLIC_DEFAULT_ENGINE', defaultEngine);
  vi.resetModules();
  return import('../../src/sandbox/registry.ts');
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('where experiments start that ask for no engine', () => {
  test.for([
    [undefined, 'browser'],
    ['', 'browser'],
    ['browser', 'browser'],
    ['webcontainer', 'webcontainer'],
  ] as const)('PUBLIC_DEFAULT_ENGINE=%s: %s', async ([setting, engine]) => {
    expect((await registryWith(setting)).defaultEngine).toBe(engine);
  });

  test('a mistake in it stops the build, and says what it can be', async () => {
    await expect(registryWith('webcontainers')).rejects.toThrow(
      'PUBLIC_DEFAULT_ENGINE is "webcontainers"; it can be "browser" or "webcontainer".',
    );
  });
});
