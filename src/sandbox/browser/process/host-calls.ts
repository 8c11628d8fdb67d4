/** What a thread asks of the host and gets an answer to: at once, by waiting in shared memory, or later. */
import type { FileCall, FileFault, FileResult, FileValue } from '../wire/file-calls.ts';
import { replySlotReader } from '../wire/reply-slot.ts';
import type { LinkResult } from '../wire/thread-messages.ts';
import { ref, unref } from './loop.ts';
import { absent } from './node-error.ts';
import { tellHost, thread } from './thread.ts';

let ids = 0;
const waiting = new Map<number, (answer: never) => void>();
let readSlot: ReturnType<typeof replySlotReader> | undefined;

/** Gives the host's answer to the call that waits for it. */
export function answer(id: number, result: FileResult | LinkResult): void {
  const resolve = waiting.get(id) as ((answer: FileResult | LinkResult) => void) | undefined;
  waiting.delete(id);
  resolve?.(result);
}

function later<Answer>(send: (id: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const id = ++ids;
    ref();
    waiting.set(id, (result: Answer) => {
      resolve(result);
      unref();
    });
    send(id);
  });
}

/** A file call that blocks the thread, as the `…Sync` functions do. */
export function callNow(call: FileCall): FileValue {
  const slot = thread().shared?.reply;
  if (!slot) throw absent('fs.*Sync', 'this browser gives the sandbox no shared memory to wait in');
  readSlot ??= replySlotReader(slot);
  return valueIn(
    readSlot(
      () => tellHost({ type: 'file-call', call }),
      () => tellHost({ type: 'next-part' }),
    ),
  );
}

export async function callLater(call: FileCall): Promise<FileValue> {
  return valueIn(await later<FileResult>((id) => tellHost({ type: 'file-call', id, call })));
}

export function linkLater(specifier: string, from: string): Promise<LinkResult> {
  return later((id) => tellHost({ type: 'link', id, specifier, from }));
}

function valueIn(result: FileResult): FileValue {
  if (result.ok) return result.value;
  throw fileError(result.fault);
}

/** With the properties in the order in which Node shows them. */
export function fileError({ message, errno, code, syscall, path, dest }: FileFault): Error {
  return Object.assign(new Error(message), {
    errno,
    code,
    syscall,
    path,
    ...(dest !== undefined && { dest }),
  });
}
