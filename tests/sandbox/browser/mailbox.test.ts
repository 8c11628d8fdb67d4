import { expect, test } from 'vitest';
import {
  cloneOfText,
  textOfClone,
} from '../../../src/sandbox/browser/process/mailboxes/clone-text.ts';
import {
  createMailbox,
  Mailbox,
  ROOM_BYTES,
} from '../../../src/sandbox/browser/process/mailboxes/mailbox.ts';

function ends() {
  const memory = createMailbox();
  return { out: new Mailbox(memory), into: new Mailbox(memory) };
}

test('messages are received in order, and then there is none', () => {
  const { out, into } = ends();
  out.put('one');
  out.put('zwei ü 🙂');
  expect([into.receive(), into.receive(), into.receive()]).toEqual([
    { text: 'one' },
    { text: 'zwei ü 🙂' },
    'none',
  ]);
});

test('what came through the channel is not received again, and the other way round', () => {
  const { out, into } = ends();
  for (const text of ['one', 'two', 'three']) out.put(text);
  expect(into.take(1)).toBe(true);
  expect(into.receive()).toEqual({ text: 'two' });
  expect([into.take(2), into.take(3)]).toEqual([false, true]);
  expect(into.receive()).toBe('none');
});

test('a message that came through the channel before it was put here is skipped', () => {
  const { out, into } = ends();
  expect(into.take(out.next)).toBe(true);
  out.put('late');
  out.put('next');
  expect(into.receive()).toEqual({ text: 'next' });
});

test('a message that is no text, or finds no room, is missing until it has come through the channel', () => {
  const { out, into } = ends();
  out.put(undefined);
  out.put('a'.repeat(ROOM_BYTES));
  out.put('here');
  expect(into.receive()).toBe('missing');
  into.take(1);
  expect(into.receive()).toBe('missing');
  into.take(2);
  expect(into.receive()).toEqual({ text: 'here' });
});

test('the ring is used round and round', () => {
  const { out, into } = ends();
  for (let round = 0; round < 50; round++) {
    const text = String(round).repeat(10_001);
    out.put(text);
    expect(into.receive()).toEqual({ text });
  }
});

test('what shares memory or is handed over has no text', () => {
  expect(textOfClone({ deep: [new SharedArrayBuffer(4)] })).toBeUndefined();
  expect(textOfClone(new Int32Array(new SharedArrayBuffer(4)))).toBeUndefined();
  expect(textOfClone([new MessageChannel().port1])).toBeUndefined();
  expect(textOfClone({ made: new Blob([]) })).toBeUndefined();
});

test('parts that are there twice stay one, in circles too', () => {
  const part = { name: 'part' };
  const whole: Record<string, unknown> = { list: [part, part], map: new Map([[part, part]]) };
  whole['self'] = whole;
  expect(cloneOfText(textOfClone(whole) ?? '')).toEqual(structuredClone(whole));
  const [first, second] = cloneOfText(textOfClone([part, part]) ?? '') as object[];
  expect(first).toBe(second);
});
