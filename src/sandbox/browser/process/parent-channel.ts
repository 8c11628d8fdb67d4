/**
 * What a thread says to the thread that started it, besides the program's own messages, and on the same port:
 * over two channels the news of its end could overtake its last message.
 */
import { isRecord } from '../wire/is-record.ts';
import type { OutputRecord } from '../wire/thread-messages.ts';
import { nativePost } from './native.ts';
import { thread } from './thread.ts';
import type { WireError } from './wire-error.ts';

export type ToParent =
  /** `waiting` counts the characters of output that have not been printed yet. */
  | { readonly type: 'online'; readonly waiting: SharedArrayBuffer | undefined }
  | { readonly type: 'output'; readonly stream: OutputRecord['stream']; readonly text: string }
  | { readonly type: 'error'; readonly error: WireError }
  | { readonly type: 'exit'; readonly code: number };

/** A key that no program uses by accident. */
const KEY = '\u0000sandbox';

export function tellParent(message: ToParent): void {
  const parent = thread().parent;
  if (parent) nativePost.call(parent.port, { [KEY]: message });
}

/** Tells ours from the program's; a program that forges ours deceives nobody but itself. */
export function readFromChild(data: unknown): ToParent | undefined {
  if (!isRecord(data) || !(KEY in data)) return undefined;
  return data[KEY] as ToParent;
}
