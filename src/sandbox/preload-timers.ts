/** Reports each call of a timer, with when it was set and when it was due. Only where `TRACE_DETAIL` asks for it. */
import { lane } from './preload-lane.ts';
import { replace } from './preload-replace.ts';
import { emitCounted, now, rounded } from './preload-write.ts';

type Timer = 'setTimeout' | 'setInterval';
type SetTimer = (callback: unknown, delayMs?: unknown, ...args: unknown[]) => unknown;

export function traceTimers(): void {
  for (const name of ['setTimeout', 'setInterval'] as const) watch(name);
}

function watch(name: Timer): void {
  const original = globalThis[name] as SetTimer;
  const set: SetTimer = (callback, delayMs, ...args) => {
    if (typeof callback !== 'function') return original(callback, delayMs, ...args);
    const delay = Math.max(1, Math.trunc(Number(delayMs)) || 1);
    const setAt = now();
    let dueAt = rounded(setAt + delay);
    return original(
      function (this: unknown, ...given: unknown[]) {
        const at = now();
        emitCounted({ type: 'timer', lane, name, setAt, dueAt, at });
        dueAt = rounded(at + delay);
        return Reflect.apply(callback, this, given);
      },
      delayMs,
      ...args,
    );
  };
  // What goes along with the function, such as its promise for util.promisify.
  Object.defineProperties(set, Object.getOwnPropertyDescriptors(original));
  replace(globalThis as unknown as Record<Timer, unknown>, name, set);
}
