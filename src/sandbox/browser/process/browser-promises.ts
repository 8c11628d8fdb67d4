/**
 * The browser's own asynchronous work keeps a thread alive, as it does on Node: a program that waits for nothing else
 * would be over before the answer comes.
 */
import { ref, unref } from './loop.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

export function installBrowserPromises(): void {
  const body = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'];
  hold(globalThis.Blob?.prototype, ['arrayBuffer', 'bytes', 'text']);
  hold(globalThis.Request?.prototype, body);
  hold(globalThis.Response?.prototype, body);
  hold(globalThis.WebAssembly, ['compile', 'instantiate']);
  hold(globalThis.ReadableStreamDefaultReader?.prototype, ['read']);
  hold(streamIterator(), ['next']);
  const { subtle } = globalThis.crypto;
  if (subtle) {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(subtle));
    hold(
      Object.getPrototypeOf(subtle),
      names.filter((name) => name !== 'constructor'),
    );
  }
}

/** What `for await` reads a stream with, where the browser has it. */
function streamIterator(): object | undefined {
  const stream = new ReadableStream();
  return Symbol.asyncIterator in stream
    ? Object.getPrototypeOf(stream[Symbol.asyncIterator]())
    : undefined;
}

function hold(object: object | undefined, names: readonly string[]): void {
  if (!object) return;
  for (const name of names) {
    const own = Object.getOwnPropertyDescriptor(object, name);
    if (typeof own?.value !== 'function') continue;
    const method = own.value as Method;
    const holding: Method = function (...args) {
      const result = method.apply(this, args);
      if (result instanceof Promise) {
        ref();
        result.then(unref, unref);
      }
      return result;
    };
    Object.defineProperty(holding, 'name', { value: name });
    Object.defineProperty(object, name, { ...own, value: holding });
  }
}
