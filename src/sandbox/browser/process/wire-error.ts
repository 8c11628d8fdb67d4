/** Errors on their way from one thread to another: with their own properties, which a plain copy would lose. */
import { stackOf } from './stack-traces.ts';

export type WireError =
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      readonly properties: readonly (readonly [string, unknown])[];
      readonly cause?: WireError;
    }
  | { readonly kind: 'value'; readonly value: unknown };

export function errorToWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { kind: 'value', value: clonable(error) };
  const { name, message, cause } = error;
  const properties = Object.entries(error).flatMap(([key, value]) =>
    typeof value === 'function' ? [] : [[key, clonable(value)] as const],
  );
  const wire = { kind: 'error', name, message, stack: stackOf(error), properties } as const;
  return cause === undefined ? wire : { ...wire, cause: errorToWire(cause) };
}

export function errorFromWire(wire: WireError): unknown {
  if (wire.kind === 'value') return wire.value;
  const known: Record<string, unknown> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const Class = (known[wire.name] ?? Error) as ErrorConstructor;
  const options = wire.cause === undefined ? undefined : { cause: errorFromWire(wire.cause) };
  const error = new Class(wire.message, options);
  const hidden = { writable: true, configurable: true, enumerable: false };
  if (error.name !== wire.name)
    Object.defineProperty(error, 'name', { ...hidden, value: wire.name });
  Object.defineProperty(error, 'stack', { ...hidden, value: wire.stack });
  for (const [key, value] of wire.properties) Object.assign(error, { [key]: value });
  return error;
}

function clonable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
