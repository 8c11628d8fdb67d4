/** Output that is only there when the environment variable NODE_DEBUG asks for its section. */
import { format } from '../inspect.ts';
import { nodeProcess } from '../process.ts';

interface DebugLogger {
  (...args: unknown[]): void;
  readonly enabled: boolean;
}

export function debuglog(section: string, callback?: (debug: DebugLogger) => void): DebugLogger {
  const name = String(section).toUpperCase();
  let enabled: boolean | undefined;
  let told = false;
  const isEnabled = () => {
    enabled ??= isAskedFor(name);
    return enabled;
  };
  const debug = (...args: unknown[]): void => {
    if (!told) {
      told = true;
      callback?.(logger);
    }
    if (isEnabled()) nodeProcess.stderr.write(`${name} ${nodeProcess.pid}: ${format(...args)}\n`);
  };
  const logger = Object.defineProperty(debug, 'enabled', {
    get: isEnabled,
    configurable: true,
    enumerable: true,
  }) as DebugLogger;
  return logger;
}

function isAskedFor(name: string): boolean {
  const asked = nodeProcess.env['NODE_DEBUG'] ?? '';
  return asked.split(',').some((pattern) => {
    const source = pattern
      .trim()
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*');
    return source !== '' && new RegExp(`^${source}$`, 'i').test(name);
  });
}
