/** A fault as Node prints an error that ends a program. */
import type { Fault } from '../wire/thread-messages.ts';

export function faultText({ frame, name, code, message, url }: Fault): string {
  const above = frame === undefined ? '' : `${frame}\n\n`;
  if (code === undefined) return `${above}${name}: ${message}\n`;
  const properties = Object.entries({ code, ...(url !== undefined && { url }) });
  const shown = properties.map(([key, value]) => `  ${key}: '${value}'`).join(',\n');
  return `${above}${name} [${code}]: ${message} {\n${shown}\n}\n`;
}
