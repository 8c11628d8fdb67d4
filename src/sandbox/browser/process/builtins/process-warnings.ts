/** `process.emitWarning`: an event, and a line on standard error. */
import { checkString, invalidType } from '../argument-checks.ts';
import { addTick } from '../loop.ts';
import type { EventEmitter } from './event-emitter.ts';

interface WarningOptions {
  type?: string;
  code?: string;
  detail?: string;
}
/** `(warning, options)` or `(warning, type, code)`; a function as the last one is Node's own business. */
export type WarningArguments = readonly [
  warning: unknown,
  options?: unknown,
  code?: unknown,
  start?: unknown,
];
interface Warning extends Error {
  code?: string;
  detail?: string;
}
interface Warner extends EventEmitter {
  readonly pid: number;
  readonly env: Readonly<Record<string, string>>;
  readonly stderr: { write(text: string): boolean };
  readonly noDeprecation: boolean;
  readonly throwDeprecation: boolean;
}

let told = false;

export function emitWarning(process: Warner, args: WarningArguments): void {
  const { type = 'Warning', code, detail } = optionsIn(args);
  const warning = asWarning(args[0], type);
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      addTick(() => {
        throw warning;
      });
      return;
    }
  }
  addTick(() => {
    if (process.env['NODE_NO_WARNINGS'] !== '1') print(process, warning);
    process.emit('warning', warning);
  });
}

function optionsIn([, options, code]: WarningArguments): WarningOptions {
  if (options === undefined || options === null || typeof options === 'function') return {};
  if (typeof options === 'object' && !Array.isArray(options)) return options;
  checkString(options, 'type');
  if (code === undefined || typeof code === 'function') return { type: options };
  checkString(code, 'code');
  return { type: options, code };
}

function asWarning(warning: unknown, name: string): Warning {
  if (warning instanceof Error) return warning;
  if (typeof warning !== 'string')
    throw invalidType('warning', 'of type string or an instance of Error', warning);
  return Object.defineProperty(new Error(warning), 'name', {
    value: name,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

function print(process: Warner, { name, message, code, detail }: Warning): void {
  const head = `(node:${process.pid}) ${code === undefined ? '' : `[${code}] `}`;
  const lines = [`${head}${name}: ${message}`];
  if (typeof detail === 'string') lines.push(detail);
  if (!told) {
    told = true;
    const flag = name === 'DeprecationWarning' ? '--trace-deprecation' : '--trace-warnings';
    lines.push(`(Use \`node ${flag} ...\` to show where the warning was created)`);
  }
  process.stderr.write(`${lines.join('\n')}\n`);
}
