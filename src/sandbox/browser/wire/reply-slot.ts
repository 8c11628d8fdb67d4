/**
 * The answer to a call for which a thread sits and waits: one slot of shared memory, filled by the host.
 * An answer longer than the slot comes in parts; the thread asks for each of them.
 *
 *     head   Int32[0] state   Int32[1] bytes in this part   Int32[2] 1: more parts follow
 *     body   the UTF-8 of a result as JSON, or the bytes of a file
 */
import type { FileResult } from './file-calls.ts';
import { joinedBytes } from './joined-bytes.ts';
import type { ListenResult } from './net-messages.ts';
import type { ProcessResult } from './process-messages.ts';
import type { LinkResult } from './thread-messages.ts';

export type SlotResult = FileResult | LinkResult | ListenResult | ProcessResult;

const BODY_BYTES = 64 * 1024;
const HEAD_BYTES = 16;
const STATE = 0;
const LENGTH = 1;
const MORE = 2;
const EMPTY = 0;
const JSON_PART = 1;
const BYTES_PART = 2;

export function createReplySlot(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD_BYTES + BODY_BYTES);
}

/** The thread's half: `ask` sends the call, `next` asks for another part. Blocks the thread until it is answered. */
export function replySlotReader(
  slot: SharedArrayBuffer,
): (ask: () => void, next: () => void) => SlotResult {
  const head = new Int32Array(slot, 0, HEAD_BYTES / 4);
  const body = new Uint8Array(slot, HEAD_BYTES);
  const decoder = new TextDecoder();
  const { load, store, wait } = Atomics;
  return (ask, next) => {
    const parts: Uint8Array[] = [];
    for (let request = ask; ; request = next) {
      store(head, STATE, EMPTY);
      request();
      while (load(head, STATE) === EMPTY) wait(head, STATE, EMPTY, 1000);
      parts.push(body.slice(0, head[LENGTH]));
      if (head[MORE] === 0) break;
    }
    const bytes = joinedBytes(parts);
    if (load(head, STATE) === BYTES_PART) return { ok: true, value: bytes };
    return JSON.parse(decoder.decode(bytes)) as SlotResult;
  };
}

/** The host's half: `answer` fills the slot with a result's first part, `next` with the following ones. */
export function replySlotWriter(slot: SharedArrayBuffer): {
  answer(result: SlotResult): void;
  next(): void;
} {
  const head = new Int32Array(slot, 0, HEAD_BYTES / 4);
  const body = new Uint8Array(slot, HEAD_BYTES);
  const encoder = new TextEncoder();
  let rest = new Uint8Array();
  let kind = JSON_PART;
  const fill = () => {
    const part = rest.subarray(0, BODY_BYTES);
    rest = rest.subarray(part.length);
    body.set(part);
    head[LENGTH] = part.length;
    head[MORE] = rest.length > 0 ? 1 : 0;
    Atomics.store(head, STATE, kind);
    Atomics.notify(head, STATE);
  };
  return {
    answer(result) {
      const bytes = result.ok && 'value' in result ? result.value : undefined;
      const isBytes = bytes instanceof Uint8Array;
      kind = isBytes ? BYTES_PART : JSON_PART;
      rest = isBytes ? new Uint8Array(bytes) : encoder.encode(JSON.stringify(result));
      fill();
    },
    next: fill,
  };
}
