import { type PlaywrightBrowserProvider, playwright } from '@vitest/browser-playwright';

/**
 * Vitest's provider for stock Firefox. Vitest finds the frame of its tests by name, but Playwright hears a frame's name
 * from stock Firefox late, on a busy machine too late: then the commands of a whole test file fail with `Cannot find
 * "vitest-iframe"`. So here the frame is found by its place, the last one in the page.
 * Can go when `page.frame(name)` finds such a frame (it does not in Playwright 1.64.1).
 */
export function firefoxProvider(executablePath: string): ReturnType<typeof playwright> {
  const option = playwright({ launchOptions: { channel: 'moz-firefox', executablePath } });
  return {
    ...option,
    providerFactory(project) {
      const provider = option.providerFactory(project) as PlaywrightBrowserProvider;
      const contextOf = provider.getCommandsContext.bind(provider);
      provider.getCommandsContext = (sessionId) => {
        const context = contextOf(sessionId);
        const frame = async () =>
          context.page.mainFrame().childFrames().at(-1) ??
          context.page.waitForEvent('frameattached');
        return { ...context, frame };
      };
      return provider;
    },
  };
}
