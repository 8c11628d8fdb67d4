/** The mailboxes of a thread's ports, and what travels with a port so that it keeps them in another thread. */
import { isRecord } from '../../wire/is-record.ts';
import type { Mailboxes } from '../mailbox-door.ts';
import { nativePost } from '../native.ts';
import { absent } from '../node-error.ts';
import { cloneOfText, textOfClone } from './clone-text.ts';
import { createMailbox, Mailbox, ROOM_BYTES } from './mailbox.ts';

interface Pair {
  readonly out: Mailbox;
  readonly in: Mailbox;
}
interface Sealed {
  readonly value: unknown;
  /** 0 where the port has no mailbox. */
  readonly number: number;
  readonly ports: readonly MessagePort[];
  /** Memories of each of the ports: for what it sends, for what it gets. */
  readonly memories: readonly (readonly [SharedArrayBuffer, SharedArrayBuffer])[];
}

/** A key that no program uses by accident. */
const KEY = '\u0000sandbox-sealed';
const pairs = new WeakMap<MessagePort, Pair>();

function keep(port: MessagePort, out: SharedArrayBuffer, into: SharedArrayBuffer): void {
  pairs.set(port, { out: new Mailbox(out), in: new Mailbox(into) });
}

function seal(value: unknown, number: number, transfer: readonly unknown[]): { [KEY]: Sealed } {
  const known = transfer.flatMap((port) => {
    const pair = port instanceof MessagePort ? pairs.get(port) : undefined;
    return pair ? [{ port: port as MessagePort, pair }] : [];
  });
  const ports = known.map(({ port }) => port);
  const memories = known.map(({ pair }) => [pair.out.memory, pair.in.memory] as const);
  return { [KEY]: { value, number, ports, memories } };
}

function opened(data: unknown): Sealed | undefined {
  if (!isRecord(data) || !Object.hasOwn(data, KEY)) return undefined;
  const sealed = data[KEY] as Sealed;
  for (const [index, port] of sealed.ports.entries()) {
    const [out, into] = sealed.memories[index] ?? [];
    if (out && into) keep(port, out, into);
  }
  return sealed;
}

export const mailboxes: Mailboxes = {
  join(one, other) {
    const [there, back] = [createMailbox(), createMailbox()];
    keep(one, there, back);
    keep(other, back, there);
  },
  post(port, value, transfer) {
    const pair = pairs.get(port);
    const sealed = seal(value, pair?.out.next ?? 0, transfer);
    if (!pair && sealed[KEY].ports.length === 0) return false;
    nativePost.call(port, sealed, { transfer: [...(transfer as Transferable[])] });
    pair?.out.put(transfer.length === 0 ? textOfClone(value) : undefined);
    return true;
  },
  pack: (value, transfer) => seal(value, 0, transfer),
  unpack(data) {
    const sealed = opened(data);
    return sealed ? sealed.value : data;
  },
  arrived(port, data) {
    const sealed = opened(data);
    if (!sealed) return { value: data };
    const { value, number } = sealed;
    return number === 0 || (pairs.get(port)?.in.take(number) ?? true) ? { value } : undefined;
  },
  receive(port) {
    const found = pairs.get(port)?.in.receive() ?? 'missing';
    if (found === 'none') return undefined;
    if (found !== 'missing') return { message: cloneOfText(found.text) };
    const reason =
      'it can be read ahead of its event only if it is of plain data, hands nothing over, and finds room in ' +
      `the ${ROOM_BYTES / 1024} kB that may wait; port.on('message') gets it`;
    throw absent('receiveMessageOnPort() of this message', reason);
  },
};
