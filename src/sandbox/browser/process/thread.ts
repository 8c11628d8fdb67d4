/** Who this thread is. Filled once, by the host's `start` message, before anything of the reader's is loaded. */
import type { FromThread, LinkedModule, ThreadStart } from '../wire/thread-messages.ts';
import { native } from './native.ts';

let started: ThreadStart | undefined;
const modulesByUrl = new Map<string, LinkedModule>();
const circularScripts = new Map<number, string>();
const modulesByPath = new Map<string, LinkedModule>();

export function setThread(start: ThreadStart): void {
  started = start;
  addModules(start.modules);
}

export function thread(): ThreadStart {
  if (!started) throw new Error('The thread has not been started.');
  return started;
}

/** Milliseconds since the run began: one clock for all threads. */
export function now(): number {
  return native.epochNow() - thread().origin;
}

export function addModules(modules: readonly LinkedModule[]): void {
  for (const module of modules) {
    modulesByUrl.set(module.url, module);
    const { script, circularId } = module;
    if (script !== undefined) modulesByUrl.set(script, module);
    if (script !== undefined && circularId !== undefined) circularScripts.set(circularId, script);
    modulesByPath.set(module.path, module);
  }
}

/** A module of the reader's program, by its blob: URL or its path. */
export function moduleAt(urlOrPath: string): LinkedModule | undefined {
  return modulesByUrl.get(urlOrPath) ?? modulesByPath.get(urlOrPath.replace(/^file:\/\//, ''));
}

/** Where the script of a module in a circle is, by its id. */
export function circularScript(id: number): string {
  return circularScripts.get(id) ?? '';
}

export function isCommonjs({ script, circularId }: LinkedModule): boolean {
  return script !== undefined && circularId === undefined;
}

export function tellHost(message: FromThread, transfer: readonly Transferable[] = []): void {
  native.post(message, transfer);
}
