// The other tests rely on it that trouble in a page is noticed.
import { expect, inject } from 'vitest';
import { test } from '../support/reader.ts';

test('what goes wrong in a page is noticed', async ({ open, troubles }) => {
  const page = await open('/');
  await page.evaluate(async () => {
    console.error('said on the console');
    setTimeout(() => {
      throw new Error('thrown');
    });
    document.head.append(
      Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }),
    );
    await fetch('/missing/');
  });
  await expect
    .poll(() => troubles)
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('said on the console'),
        expect.stringContaining('thrown'),
        expect.stringContaining('CSP: script-src-elem refused inline'),
        `404: ${inject('origin')}/missing/`,
      ]),
    );
  troubles.length = 0;
});

test('a request to another host is noticed, and kept from leaving', async ({ open, troubles }) => {
  const page = await open('/');
  await page.goto('https://elsewhere.invalid/').catch(() => undefined);
  expect(troubles.splice(0)).toContain('asked another host: https://elsewhere.invalid/');
});
