/** The document that programs run in never serves at the site's own origin, however somebody comes to open it. */
import { documentUrl } from 'virtual:sandbox/document';
import { afterEach, expect, test } from 'vitest';
import { openHost } from '../../../src/sandbox/browser/host-frame.ts';

const opened: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of opened.splice(0)) frame.remove();
});

async function openFrame(src: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.src = src;
  opened.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame;
}

test('served, it has an origin of its own also in a frame without a sandbox', async () => {
  const frame = await openFrame(documentUrl);
  expect(frame.contentDocument).toBeNull();
});

test('with the site’s origin it does not answer', async () => {
  const text = await (await fetch(documentUrl)).text();
  const copy = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  const frame = await openFrame(copy);
  expect(frame.contentDocument?.title).toBe('Sandbox');
  const { port1, port2 } = new MessageChannel();
  const answers: unknown[] = [];
  port1.onmessage = ({ data }) => answers.push(data);
  frame.contentWindow?.postMessage({ sharedMemory: false, shelf: {} }, '*', [port2]);
  // The true one, which is asked later, is ready: this one would have been.
  const host = await openHost(new AbortController().signal, false);
  host.close();
  expect(answers).toEqual([]);
});
