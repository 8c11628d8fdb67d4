/** What a thread asks of the host and gets an answer to: at once, by waiting in shared memory, or later. */
import type { FileCall, FileFault, FileResult, FileValue } from '../wire/file-calls.ts';
import type { ListenResult } from '../wire/net-messages.ts';
import type { ProcessCall, ProcessResult } from '../wire/process-messages.ts';
import { replySlotReader, type SlotResult } from '../wire/reply-slot.ts';
import type { FromThread, LinkResult } from '../wire/thread-messages.ts';
import { asGiven } from './given-paths.ts';
import { addTimer, ref, unref } from './loop.ts';
import { absent } from './node-error.ts';
import { inPlace } from './pool-places.ts';
import { addModules, now, tellHost, thread } from './thread.ts';

let ids = 0;
const waiting = new Map<number, (answer: never) => void>();
let readSlot: ReturnType<typeof replySlotReader> | undefined;

/**
 * A file on a disk is not read faster than this: Node goes through its thread pool several times for it.
 * Without it a due timer would come after a file that was asked for later.
 */
const DISK_MS = 2;

/**
 * As many questions are on their way at a time; those after them wait here. A program that asks without end may fill
 * its own memory, but not the host's, which could not hear then that the program is to be stopped.
 */
const MAX_ASKED = 256;
let asked = 0;
const unasked = new Map<number, (id: number) => void>();

/** Gives the host's answer to the call that waits for it. */
export function answer(id: number, result: SlotResult): void {
  const resolve = waiting.get(id) as ((answer: SlotResult) => void) | undefined;
  if (!waiting.delete(id)) return;
  asked--;
  askNext();
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
    unasked.set(id, send);
    askNext();
  });
}

function askNext(): void {
  for (const [id, send] of unasked) {
    if (asked >= MAX_ASKED) return;
    unasked.delete(id);
    asked++;
    send(id);
  }
}

/** A file call that blocks the thread, as the `…Sync` functions do. */
export function callNow(call: FileCall): FileValue {
  return valueIn(ask('fs.*Sync', { type: 'file-call', call }) as FileResult);
}

/** Asks and sits until the answer is there. `what` is said where that cannot be done. */
function ask(what: string, question: FromThread): SlotResult {
  const slot = thread().shared?.reply;
  if (!slot) throw absent(what, 'this browser gives the sandbox no shared memory to wait in');
  readSlot ??= replySlotReader(slot);
  return readSlot(
    () => tellHost(question),
    () => tellHost({ type: 'next-part' }),
  );
}

export async function callLater(call: FileCall): Promise<FileValue> {
  const readyAt = now() + DISK_MS;
  const result = await inPlace(() =>
    later<FileResult>((id) => tellHost({ type: 'file-call', id, call })),
  );
  if (now() < readyAt) await until(readyAt);
  return valueIn(result);
}

function until(due: number): Promise<void> {
  return new Promise((resolve) => {
    ref();
    const fire = () => {
      unref();
      resolve();
    };
    addTimer({ due, order: Number.MAX_SAFE_INTEGER, place: -1, fire });
  });
}

/** `what` is named where there is no shared memory to wait in. */
export function processCallNow(what: string, call: ProcessCall): ProcessResult {
  return ask(what, { type: 'process-call', call }) as ProcessResult;
}

export function processCallLater(call: ProcessCall): Promise<ProcessResult> {
  return later((id) => tellHost({ type: 'process-call', id, call }));
}

export function linkLater(
  specifier: string,
  from: string,
  attributes: Readonly<Record<string, string>>,
): Promise<LinkResult> {
  return later((id) => tellHost({ type: 'link', id, specifier, from, attributes }));
}

/** Links while the thread waits. The host tells of a module once, so all that it says is kept. */
export function linkNow(specifier: string, from: string, how?: 'require' | 'shelf'): LinkResult {
  const question: FromThread = { type: 'link', specifier, from, ...(how && { how }) };
  const what = `Looking for '${specifier}' while the program waits`;
  const result = ask(what, question) as LinkResult;
  if (result.ok) addModules(result.modules);
  return result;
}

/** Listens on a port while the thread waits. */
export function listenNow(server: number, port: number): ListenResult {
  const call = { type: 'listen', server, port } as const;
  return ask('listen()', { type: 'net', call }) as ListenResult;
}

function valueIn(result: FileResult): FileValue {
  if (result.ok) return result.value;
  throw fileError(result.fault);
}

/** With the properties in the order in which Node shows them. */
export function fileError({ message, errno, code, syscall, path, dest }: FileFault): Error {
  const shown = asGiven(path);
  const shownDest = dest === undefined ? undefined : asGiven(dest);
  const words = message
    .replace(`'${path}'`, `'${shown}'`)
    .replace(`-> '${dest}'`, `-> '${shownDest}'`);
  return Object.assign(new Error(words), {
    errno,
    code,
    syscall,
    ...(path !== '' && { path: shown }),
    ...(dest !== undefined && { dest: shownDest }),
  });
}
