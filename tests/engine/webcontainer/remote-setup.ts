// Vitest global set-up: the stand-in for StackBlitz, for tests that run in a browser.
import type { TestProject } from 'vitest/node';
import { serveRemoteHalf } from './remote-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stand-in is served, without a slash at the end. */
    containerOrigin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const remote = await serveRemoteHalf();
  project.provide('containerOrigin', remote.origin);
  return remote.stop;
}
