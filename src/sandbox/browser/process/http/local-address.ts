/** Which addresses a sandbox reaches, and how Node words it where one is not reached. */

import { ELSEWHERE } from '../../remedy.ts';
import { limitWords } from '../../wire/limits.ts';
import type { Refusal } from '../../wire/net-messages.ts';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '::1', '0.0.0.0']);

export function isLocal(host: string): boolean {
  return LOCAL.has(host) || host.endsWith('.localhost');
}

export function refused(port: number, why: Refusal): Error {
  const place = { syscall: 'connect', address: '127.0.0.1', port };
  if (why === 'nobody listens') {
    const known = { errno: -111, code: 'ECONNREFUSED', ...place };
    return systemError(`connect ECONNREFUSED 127.0.0.1:${port}`, known);
  }
  const words = `connect EMFILE 127.0.0.1:${port} (${limitWords.links})`;
  return systemError(words, { errno: -24, code: 'EMFILE', ...place });
}

/** As on a machine without a network, and why. */
export function unreachable(host: string, port: number): Error {
  const why = `The browser engine reaches only servers of its own sandbox. ${ELSEWHERE}`;
  if (/^[\d.]+$|^\[/.test(host)) {
    const words = `connect ENETUNREACH ${host}:${port} (${why})`;
    const code = 'ENETUNREACH';
    return systemError(words, { errno: -101, code, syscall: 'connect', address: host, port });
  }
  const words = `getaddrinfo ENOTFOUND ${host} (${why})`;
  const code = 'ENOTFOUND';
  return systemError(words, { errno: -3008, code, syscall: 'getaddrinfo', hostname: host });
}

/** With the properties in the order in which Node shows them. */
export function systemError(message: string, properties: object): Error {
  return Object.assign(new Error(message), properties);
}
