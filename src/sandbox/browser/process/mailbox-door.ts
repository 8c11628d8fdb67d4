/**
 * Where `receiveMessageOnPort` meets the ports. A browser hands a message over between two callbacks and not before, so
 * in a program that mentions the function messages are also put where a blocked thread can read them: see `mailboxes/`.
 * What cannot be written as text (shared memory, what is handed over) or finds no room is refused by the function, in
 * words, and comes by its event.
 */
import { thread } from './thread.ts';

export interface Mailboxes {
  /** For the two ends of a channel that has just been made. */
  join(one: MessagePort, other: MessagePort): void;
  /** Sends a message. False where neither the port has mailboxes nor one that is handed over. */
  post(port: MessagePort, value: unknown, transfer: readonly unknown[]): boolean;
  /** A value with the mailboxes of the ports that are handed over with it, and the value again. */
  pack(value: unknown, transfer: readonly unknown[]): unknown;
  unpack(data: unknown): unknown;
  /** The message of an event; nothing if it has been received already. */
  arrived(port: MessagePort, data: unknown): { readonly value: unknown } | undefined;
  receive(port: MessagePort): { readonly message: unknown } | undefined;
}

const NAME = 'internal/mailboxes';
let opened: Mailboxes | undefined;

/** Before anything of the program's is loaded. */
export function openMailboxes(load: (name: string) => { mailboxes: Mailboxes } | undefined): void {
  const { hasMailboxes, shared } = thread();
  if (hasMailboxes && shared) opened = load(NAME)?.mailboxes;
}

export function mailboxes(): Mailboxes | undefined {
  return opened;
}

/** Of the second argument of `postMessage`. */
export function transferListOf(options: unknown): readonly unknown[] {
  if (Array.isArray(options)) return options;
  const listed: unknown =
    typeof options === 'object' && options !== null && 'transfer' in options && options.transfer;
  return Array.isArray(listed) ? listed : [];
}
