/**
 * Shows values as Node does. The package that can show any of them is on the shelf: it is a quarter of the engine, and
 * most programs print text. What needs none of it is shown here, the rest loads it in the middle of the call.
 */
import type { InspectOptions } from 'node:util';
import type * as everything from './builtins/inspect.ts';

type Inspection = typeof everything;

let load: () => Inspection = () => {
  throw new Error('There is no shelf yet.');
};
let isLoaded = () => false;

/** Told by the shelf, which cannot be imported here: nearly all that it has shows values. */
export function setInspection(loader: typeof load, loaded: typeof isLoaded): void {
  load = loader;
  isLoaded = loaded;
}

export function inspect(value: unknown, options: InspectOptions = {}): string {
  return load().inspect(value, options);
}

export function consoleTable(data: object, columns?: readonly string[]): string {
  return load().consoleTable(data, columns);
}

/** What `console.log` prints of its arguments. */
export function formatted(args: readonly unknown[]): string {
  return simplyFormatted(args) ?? load().formatWithOptions({}, ...args);
}

/** Texts, numbers and the like; nothing where there is more to it. */
function simplyFormatted(args: readonly unknown[]): string | undefined {
  // Whoever has the package may have changed how it shows numbers.
  if (isLoaded()) return undefined;
  const [first] = args;
  if (args.length > 1 && typeof first === 'string' && first.includes('%')) return undefined;
  const shown = args.map(simplyShown);
  return shown.includes(undefined) ? undefined : shown.join(' ');
}

function simplyShown(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'boolean':
    case 'undefined':
      return String(value);
    default:
      return value === null ? 'null' : undefined;
  }
}
