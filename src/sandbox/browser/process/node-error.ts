/** Errors as Node's own modules throw them: a code, which also stands in the head of the stack. */
import { ELSEWHERE } from '../remedy.ts';
import type { Fault } from '../wire/thread-messages.ts';
import { native } from './native.ts';
import { tidyStack } from './stack-traces.ts';

interface NodeError extends Error {
  code: string;
}

export function nodeError(
  Base: ErrorConstructor | TypeErrorConstructor | RangeErrorConstructor,
  code: string,
  message: string,
): NodeError {
  const error = new Base(message) as NodeError;
  tidyStack(error);
  const { name, stack = '' } = error;
  const head = `${name}: ${message}`;
  if (stack.startsWith(head)) {
    Object.defineProperty(error, 'stack', {
      value: `${name} [${code}]: ${message}${stack.slice(head.length)}`,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }
  error.code = code;
  return error;
}

/** The error that a fault of the host's stands for. */
export function errorOf({ name, code, message, url }: Fault): Error {
  const Class = { RangeError, SyntaxError, TypeError, URIError }[name] ?? Error;
  const error = code === undefined ? new Class(message) : nodeError(Class, code, message);
  return url === undefined ? error : Object.assign(error, { url });
}

/** For what Node has and this engine has not, when it is only found out while the program runs. */
export function absent(what: string, reason: string): NodeError {
  return nodeError(
    native.Error,
    'ERR_NOT_IN_BROWSER_ENGINE',
    `${what} is not part of the browser engine: ${reason}. ${ELSEWHERE}`,
  );
}

export function abortError(reason?: unknown): Error {
  const error = Object.assign(
    new Error('The operation was aborted', reason === undefined ? undefined : { cause: reason }),
    { code: 'ABORT_ERR' },
  );
  Object.defineProperty(error, 'name', { value: 'AbortError', configurable: true, writable: true });
  return error;
}
