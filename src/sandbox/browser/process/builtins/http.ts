/** node:http between the threads of a run: there is no network to reach. */

import { Agent, globalAgent } from '../http/agent.ts';
import { ClientRequest, type OnResponse, type RequestOptions } from '../http/client-request.ts';
import { validateHeaderName, validateHeaderValue } from '../http/headers.ts';
import { IncomingMessage } from '../http/incoming-message.ts';
import { OutgoingMessage } from '../http/outgoing-message.ts';
import { Server } from '../http/server.ts';
import { ServerResponse } from '../http/server-response.ts';
import { METHODS, STATUS_CODES } from '../http/status-codes.ts';
import { nodeError } from '../node-error.ts';

export {
  Agent,
  ClientRequest,
  globalAgent,
  IncomingMessage,
  METHODS,
  OutgoingMessage,
  Server,
  ServerResponse,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
};
export const maxHeaderSize = 16_384;

export function createServer(...args: ConstructorParameters<typeof Server>): Server {
  return new Server(...args);
}

/** Takes `(url, options?, callback?)` or `(options, callback?)`. */
export function request(...args: readonly unknown[]): ClientRequest {
  const [first] = args;
  const isUrl = typeof first === 'string' || first instanceof URL;
  const given = args.find((part, at) => (at > 0 || !isUrl) && typeof part === 'object') ?? {};
  const callback = args.find((part) => typeof part === 'function') as OnResponse | undefined;
  const options = isUrl ? { ...optionsOf(first), ...given } : (given as RequestOptions);
  return new ClientRequest(options, callback);
}

export function get(...args: readonly unknown[]): ClientRequest {
  const asked = request(...args);
  asked.end();
  return asked;
}

function optionsOf(given: string | URL): RequestOptions {
  const url = parsed(given);
  const { protocol, hostname, port, pathname, search, username, password } = url;
  return {
    protocol,
    hostname,
    port,
    path: pathname + search,
    ...(username && { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }),
  };
}

function parsed(given: string | URL): URL {
  try {
    return new URL(given);
  } catch {
    throw Object.assign(nodeError(TypeError, 'ERR_INVALID_URL', 'Invalid URL'), { input: given });
  }
}
