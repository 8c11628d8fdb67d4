/** Shows URL and URLSearchParams as Node does; a browser's own tell nothing of themselves when they are printed. */
import type { inspect as Inspect, InspectOptions } from 'node:util';

const custom = Symbol.for('nodejs.util.inspect.custom');
const parts = [
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

export function installAddressInspection(): void {
  show(URL.prototype, function (this: URL, depth, options, inspect) {
    if (depth < 0) return '[URL]';
    const shown = Object.fromEntries(parts.map((part) => [part, this[part]]));
    return `URL ${inspect(shown, options)}`;
  });
  show(URLSearchParams.prototype, function (this: URLSearchParams, depth, options, inspect) {
    if (depth < 0) return '[URLSearchParams]';
    const pairs = [...this].map(([key, value]) => {
      return `${inspect(key, options)} => ${inspect(value, options)}`;
    });
    return pairs.length === 0 ? 'URLSearchParams {}' : `URLSearchParams { ${pairs.join(', ')} }`;
  });
}

function show(
  prototype: object,
  value: (depth: number, options: InspectOptions, inspect: typeof Inspect) => string,
): void {
  Object.defineProperty(prototype, custom, { value, writable: true, configurable: true });
}
