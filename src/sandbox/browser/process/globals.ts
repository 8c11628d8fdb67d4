/** The names that a program finds everywhere: Node's, and not those that only a browser has. */

import { installAbortSignals } from './abort-signals.ts';
import { fillGaps } from './browser-gaps.ts';
import { installBrowserPromises } from './browser-promises.ts';
import type * as buffer from './builtins/buffer.ts';
import { consoleObject } from './builtins/console.ts';
import type * as perfHooks from './builtins/perf-hooks.ts';
import { Performance, performance } from './builtins/performance.ts';
import {
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
} from './builtins/performance-entry.ts';
import { nodeProcess } from './builtins/process.ts';
import {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
} from './builtins/timers.ts';
import type * as http from './http/fetch.ts';
import { BroadcastChannel, installMessagePort, MessageChannel } from './message-port.ts';
import { queueMicrotask } from './microtask.ts';
import { nameMembers } from './name-members.ts';
import { Navigator } from './navigator.ts';
import { absent } from './node-error.ts';
import { nodeGlobals } from './node-globals.ts';
import { shelvedModule } from './shelf.ts';
import { thread } from './thread.ts';
import { installMarks } from './transfer-marks.ts';

export function installGlobals(): void {
  installMessagePort();
  installMarks();
  fillGaps();
  installAbortSignals();
  installBrowserPromises();
  const ours = {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval,
    clearImmediate,
    process: nodeProcess,
    BroadcastChannel,
    MessageChannel,
    Performance,
    performance,
    PerformanceEntry,
    PerformanceMark,
    PerformanceMeasure,
    console: consoleObject,
    fetch,
    global: globalThis,
    queueMicrotask,
    Navigator,
    navigator: new Navigator(),
  };
  for (const [name, value] of Object.entries(nameMembers(ours))) define(name, value);
  defineLate('Buffer', () => shelvedModule<typeof buffer>('buffer').Buffer);
  for (const name of ['PerformanceObserver', 'PerformanceObserverEntryList'] as const)
    defineLate(name, () => shelvedModule<typeof perfHooks>('perf_hooks')[name]);
  takeAwayTheRest();
  if (!thread().shared) define('SharedArrayBuffer', NoSharedMemory);
}

async function fetch(...args: Parameters<typeof http.fetchFromSandbox>): Promise<Response> {
  return shelvedModule<typeof http>('internal/fetch').fetchFromSandbox(...args);
}

/** A global that is loaded when it is first asked for. */
function defineLate(name: string, load: () => unknown): void {
  Object.defineProperty(globalThis, name, {
    get() {
      const value = load();
      define(name, value);
      return value;
    },
    set: (value) => define(name, value),
    configurable: true,
    enumerable: false,
  });
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** From the global scope and from what it inherits, but for what every object and every event target has. */
function takeAwayTheRest(): void {
  const kept: unknown[] = [EventTarget.prototype, Object.prototype];
  for (
    let scope: object = globalThis;
    !kept.includes(scope);
    scope = Object.getPrototypeOf(scope)
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (nodeGlobals.has(name) || Reflect.deleteProperty(scope, name)) continue;
      Reflect.defineProperty(scope, name, { value: undefined });
    }
  }
  // Node has none of these here: what a program listened for would never come.
  for (const name of Object.getOwnPropertyNames(EventTarget.prototype)) {
    if (name !== 'constructor') define(name, undefined);
  }
}

/** Fails with the reason, where the bare name would only be undefined. */
class NoSharedMemory {
  constructor() {
    throw absent('SharedArrayBuffer', 'this browser gives the sandbox no shared memory');
  }
}
