// Vitest global set-up: one server of the built site for all tests of a project.
import type { TestProject } from 'vitest/node';
import { assertBuilt, serveBuiltSite } from './built-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, without a slash at the end. */
    origin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  assertBuilt();
  const site = await serveBuiltSite();
  project.provide('origin', site.origin);
  return site.stop;
}
