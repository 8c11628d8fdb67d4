/** Shows objects that browsers have too as Node shows them: their values are getters, which `inspect` passes over. */
import type { InspectOptions } from 'node:util';

type Inspect = (value: unknown, options: InspectOptions) => string;
type Shown = (value: never) => object | undefined;
const custom = Symbol.for('nodejs.util.inspect.custom');

const urlParts = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
] as const;

export function installWebInspect(): void {
  show('URL', (url: URL) => picked(url, urlParts));
  show('AbortController', (controller: AbortController) => picked(controller, ['signal']));
  show('AbortSignal', (signal: AbortSignal) => picked(signal, ['aborted']));
  show('Blob', (blob: Blob) => picked(blob, ['size', 'type']));
  show('Headers', (headers: Headers) => Object.fromEntries(headers));
  method('URLSearchParams', (params: URLSearchParams, depth, options, inspect) => {
    if (depth < 0) return '[Object]';
    const pairs = [...params].map((pair) =>
      pair.map((part) => inspect(part, options)).join(' => '),
    );
    return pairs.length === 0 ? 'URLSearchParams {}' : `URLSearchParams { ${pairs.join(', ')} }`;
  });
}

function picked<Value extends object>(value: Value, names: readonly (keyof Value)[]): object {
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

function show(name: string, values: Shown): void {
  method(name, (value: object, depth, options, inspect) => {
    const label = value.constructor?.name ?? name;
    if (depth < 0) return `${label} {}`;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `${label} ${inspect(values(value as never), inner)}`;
  });
}

function method(
  name: string,
  shown: (value: never, depth: number, options: InspectOptions, inspect: Inspect) => string,
): void {
  const known: unknown = Reflect.get(globalThis, name);
  if (typeof known !== 'function') return;
  Object.defineProperty(known.prototype, custom, {
    value(this: never, depth: number, options: InspectOptions, inspect: Inspect) {
      // The prototype itself has no values.
      return this === known.prototype ? `${name} {}` : shown(this, depth, options, inspect);
    },
    writable: true,
    configurable: true,
    enumerable: false,
  });
}
