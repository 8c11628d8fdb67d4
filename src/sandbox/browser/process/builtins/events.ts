/** node:events */
import { abortError } from '../node-error.ts';
import {
  captureRejectionSymbol,
  EventEmitter,
  type EventName,
  errorMonitor,
  type Listener,
} from './event-emitter.ts';

interface Source {
  addEventListener?: EventTarget['addEventListener'];
  on?: EventEmitter['on'];
}

/** Listens to an emitter or an event target; gives back how to stop. */
function attach(source: Source, name: string, listener: Listener, once = false): () => void {
  if (source instanceof EventEmitter || typeof source.on === 'function') {
    const emitter = source as EventEmitter;
    if (once) emitter.once(name, listener);
    else emitter.on(name, listener);
    return () => emitter.off(name, listener);
  }
  const target = source as EventTarget;
  target.addEventListener(name, listener, { once });
  return () => target.removeEventListener(name, listener);
}

/** Resolves with what the next event of that name carries; an `error` event rejects. */
export function once(
  source: Source,
  name: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal.reason));
    const ends: (() => void)[] = [];
    const end = () => {
      for (const detach of ends) detach();
    };
    ends.push(
      attach(
        source,
        name,
        (...args) => {
          end();
          resolve(args);
        },
        true,
      ),
    );
    if (name !== 'error' && source instanceof EventEmitter) {
      ends.push(
        attach(
          source,
          'error',
          (error) => {
            end();
            reject(error);
          },
          true,
        ),
      );
    }
    if (signal) {
      const abort = () => {
        end();
        reject(abortError(signal.reason));
      };
      signal.addEventListener('abort', abort, { once: true });
      ends.push(() => signal.removeEventListener('abort', abort));
    }
  });
}

/** The events of that name as they come, as arrays of what they carry. */
export async function* on(
  source: Source,
  name: string,
  { signal, close = [] }: { signal?: AbortSignal; close?: readonly string[] } = {},
): AsyncGenerator<unknown[], void, undefined> {
  if (signal?.aborted) throw abortError(signal.reason);
  const events: unknown[][] = [];
  let failure: { error: unknown } | undefined;
  let over = false;
  let wake: () => void = () => undefined;
  const ends = [
    attach(source, name, (...args) => {
      events.push(args);
      wake();
    }),
  ];
  const fail = (error: unknown) => {
    failure = { error };
    wake();
  };
  if (name !== 'error' && source instanceof EventEmitter) ends.push(attach(source, 'error', fail));
  for (const last of close) {
    ends.push(
      attach(source, last, () => {
        over = true;
        wake();
      }),
    );
  }
  const abort = () => fail(abortError(signal?.reason));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      const event = events.shift();
      if (event) yield event;
      else if (failure) throw failure.error;
      else if (over) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    for (const detach of ends) detach();
  }
}

export function getEventListeners(emitter: EventEmitter, name: EventName): Listener[] {
  return emitter instanceof EventEmitter ? emitter.listeners(name) : [];
}
export function getMaxListeners(emitter: EventEmitter): number {
  return emitter instanceof EventEmitter
    ? emitter.getMaxListeners()
    : EventEmitter.defaultMaxListeners;
}
export function setMaxListeners(count: number, ...emitters: unknown[]): void {
  if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
  for (const emitter of emitters)
    if (emitter instanceof EventEmitter) emitter.setMaxListeners(count);
}
export function listenerCount(emitter: EventEmitter, name: EventName): number {
  return emitter.listenerCount(name);
}
export function addAbortListener(
  signal: AbortSignal,
  listener: (event: Event) => void,
): Disposable {
  if (signal.aborted) queueMicrotask(() => listener(new Event('abort')));
  signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

export const defaultMaxListeners = EventEmitter.defaultMaxListeners;
export { captureRejectionSymbol, EventEmitter, errorMonitor };
export default Object.assign(EventEmitter, {
  EventEmitter,
  once,
  on,
  getEventListeners,
  getMaxListeners,
  setMaxListeners,
  listenerCount,
  addAbortListener,
});
