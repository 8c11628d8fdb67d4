/**
 * A thread's way out for what it prints: records in a ring of shared memory, written by the thread, read by the host.
 * The host sees them while the thread's loop is blocked and after the thread was killed; and a thread that prints
 * faster than it is read waits here, so that nothing has to grow.
 *
 *     head   Int32[0] bytes written in all   Int32[1] bytes read in all   Int32[2] 1: the host has been called
 *     record 4 bytes length of the text, 1 byte stream, 3 unused, 8 bytes time, the text in UTF-8, padded to 8
 *
 * The counts run on and wrap at 2^32; the capacity divides that, so a count's place is its remainder.
 */
import type { OutputRecord } from './thread-messages.ts';

export const RING_BYTES = 256 * 1024;
const HEAD_BYTES = 16;
const RECORD_HEAD_BYTES = 16;
/** Longer text becomes several records, so that one print never needs the whole ring. */
const MAX_TEXT_BYTES = 32 * 1024;
const WRITTEN = 0;
const READ = 1;
const CALLED = 2;

export function createOutputRing(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD_BYTES + RING_BYTES);
}

/**
 * The thread's half. `write` returns when all of the text is in the ring, and may wait for room.
 * `call` is called to make the host look; it is not called again until the host has.
 */
export function outputRingWriter(
  ring: SharedArrayBuffer,
  call: () => void,
): (stream: OutputRecord['stream'], text: string, at: number) => void {
  const head = new Int32Array(ring, 0, HEAD_BYTES / 4);
  const body = new Uint8Array(ring, HEAD_BYTES);
  const encoder = new TextEncoder();
  // Taken now: reader's code may put its own functions in their place later.
  const { load, store, wait, exchange } = Atomics;
  const prefix = new Uint8Array(RECORD_HEAD_BYTES);
  const prefixView = new DataView(prefix.buffer);

  const put = (bytes: Uint8Array, at: number) => {
    const place = at % RING_BYTES;
    const first = Math.min(bytes.length, RING_BYTES - place);
    body.set(bytes.subarray(0, first), place);
    if (first < bytes.length) body.set(bytes.subarray(first), 0);
  };

  const writeRecord = (stream: OutputRecord['stream'], bytes: Uint8Array, at: number) => {
    const size = RECORD_HEAD_BYTES + padded(bytes.length);
    const written = load(head, WRITTEN) >>> 0;
    for (;;) {
      const read = load(head, READ) >>> 0;
      if (RING_BYTES - ((written - read) >>> 0) >= size) break;
      wait(head, READ, read | 0, 1000);
    }
    prefixView.setUint32(0, bytes.length);
    prefix[4] = stream === 'stdout' ? 1 : 2;
    prefixView.setFloat64(8, at);
    put(prefix, written);
    put(bytes, (written + RECORD_HEAD_BYTES) >>> 0);
    store(head, WRITTEN, (written + size) | 0);
    if (exchange(head, CALLED, 1) === 0) call();
  };

  return (stream, text, at) => {
    const bytes = encoder.encode(text);
    for (let from = 0; from < bytes.length; ) {
      const to = endOfPart(bytes, from);
      writeRecord(stream, bytes.subarray(from, to), at);
      from = to;
    }
  };
}

/**
 * The host's half: takes out what is there now, at most `maxBytes` of it (but always a record), in order.
 * A program may have got hold of the ring and written what it likes: what a head claims beyond what can be there, and
 * text that it makes unreadable, is dropped with all the rest of the ring.
 */
export function outputRingReader(ring: SharedArrayBuffer): {
  take(maxBytes?: number): OutputRecord[];
} {
  const head = new Int32Array(ring, 0, HEAD_BYTES / 4);
  const body = new Uint8Array(ring, HEAD_BYTES);
  const decoder = new TextDecoder();

  const get = (at: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    const place = at % RING_BYTES;
    const first = Math.min(length, RING_BYTES - place);
    bytes.set(body.subarray(place, place + first));
    if (first < length) bytes.set(body.subarray(0, length - first), first);
    return bytes;
  };
  const waiting = () => (Atomics.load(head, WRITTEN) - Atomics.load(head, READ)) >>> 0;

  return {
    take(maxBytes = RING_BYTES) {
      Atomics.store(head, CALLED, 0);
      const records: OutputRecord[] = [];
      let read = Atomics.load(head, READ) >>> 0;
      let left = waiting();
      if (left > RING_BYTES) {
        read = (read + left) >>> 0;
        left = 0;
      }
      for (let taken = 0; left >= RECORD_HEAD_BYTES && taken < maxBytes; ) {
        const prefix = new DataView(get(read, RECORD_HEAD_BYTES).buffer);
        const length = prefix.getUint32(0);
        const size = RECORD_HEAD_BYTES + padded(length);
        if (length > left || size > left) {
          read = (read + left) >>> 0;
          break;
        }
        records.push({
          stream: prefix.getUint8(4) === 1 ? 'stdout' : 'stderr',
          text: decoder.decode(get((read + RECORD_HEAD_BYTES) >>> 0, length)),
          at: prefix.getFloat64(8),
        });
        read = (read + size) >>> 0;
        left -= size;
        taken += size;
      }
      Atomics.store(head, READ, read | 0);
      Atomics.notify(head, READ);
      return records;
    },
  };
}

const padded = (length: number): number => (length + 7) & ~7;

/** Where the part that begins at `from` ends, without tearing a character apart. */
function endOfPart(bytes: Uint8Array, from: number): number {
  let to = from + MAX_TEXT_BYTES;
  if (to >= bytes.length) return bytes.length;
  while (((bytes[to] ?? 0) & 0xc0) === 0x80) to--;
  return to;
}
