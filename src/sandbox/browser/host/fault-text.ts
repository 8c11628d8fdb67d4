/** A fault as Node prints an error that ends a program. */
import type { Fault } from '../wire/thread-messages.ts';

export function faultText({ frame, name, code, message }: Fault): string {
  const above = frame === undefined ? '' : `${frame}\n\n`;
  if (code === undefined) return `${above}${name}: ${message}\n`;
  return `${above}${name} [${code}]: ${message} {\n  code: '${code}'\n}\n`;
}
