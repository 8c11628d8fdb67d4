/** The error of node:assert. */

import { checkObject } from '../../argument-checks.ts';
import { inspect } from '../../inspection.ts';
import { renamedStack } from '../../stack-traces.ts';
import {
  assertionMessage,
  type DiffStyle,
  difference,
  showsDifference,
} from './assertion-message.ts';

export interface AssertionDetails {
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string | undefined;
  diff?: DiffStyle | undefined;
}

const MAX_LINES = 10;
const MAX_CHARACTERS = 512;
const hidden = { writable: true, configurable: true, enumerable: false };

export class AssertionError extends Error {
  generatedMessage: boolean;
  readonly code = 'ERR_ASSERTION';
  actual: unknown;
  expected: unknown;
  operator: string | undefined;
  readonly diff: DiffStyle;

  constructor(details: AssertionDetails) {
    checkObject(details, 'options');
    const { message, actual, expected, operator, diff = 'simple' } = details;
    super(messageOf(details));
    // With its code in the head of its stack, and without it in its name.
    Object.defineProperty(this, 'name', { ...hidden, value: 'AssertionError [ERR_ASSERTION]' });
    Object.defineProperty(this, 'stack', { ...hidden, value: renamedStack(this) });
    this.name = 'AssertionError';
    this.generatedMessage = !message;
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    this.diff = diff;
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  /** Its message shows the values already; long ones are not repeated. */
  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, context: object): string {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = shortened(actual);
    if (typeof expected === 'string') this.expected = shortened(expected);
    const shown = inspect(this, { ...context, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return shown;
  }
}

function messageOf({ message, actual, expected, operator, diff = 'simple' }: AssertionDetails) {
  const compared = { actual, expected, operator, diff };
  if (message !== undefined && message !== null) {
    return showsDifference(operator) ? difference(compared, String(message)) : String(message);
  }
  if (!(actual instanceof Error && expected instanceof Error)) return assertionMessage(compared);
  // Their stacks would fill the message.
  return assertionMessage({
    ...compared,
    actual: withoutStack(actual),
    expected: withoutStack(expected),
  });
}

function withoutStack(error: Error): object {
  const copy: object = Object.assign(Object.create(Object.getPrototypeOf(error)), error);
  Object.defineProperty(copy, 'message', { value: error.message });
  if (Object.hasOwn(error, 'cause')) {
    const { cause } = error;
    Object.defineProperty(copy, 'cause', {
      value: cause instanceof Error ? withoutStack(cause) : cause,
    });
  }
  return copy;
}

function shortened(text: string): string {
  const lines = text.split('\n', MAX_LINES + 1);
  if (lines.length > MAX_LINES) return `${lines.slice(0, MAX_LINES).join('\n')}\n...`;
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}...` : text;
}
