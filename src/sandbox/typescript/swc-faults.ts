/** Turns what swc throws into Node's fault; Node's own stripper is the same swc. */
import type { StripFault } from './strip.ts';

const codes: Readonly<Record<string, string>> = {
  UnsupportedSyntax: 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  InvalidSyntax: 'ERR_INVALID_TYPESCRIPT_SYNTAX',
};

/** Nothing where the thrown value is no complaint about a file. */
export function faultOf(thrown: unknown): StripFault | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, message, snippet, startLine } = thrown as Record<string, unknown>;
  if (typeof code !== 'string' || typeof startLine !== 'number') return undefined;
  return {
    code: codes[code] ?? 'ERR_INVALID_TYPESCRIPT_SYNTAX',
    message: String(message),
    line: startLine,
    snippet: String(snippet ?? '').trimEnd(),
  };
}
