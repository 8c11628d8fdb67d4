import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { builtPages } from '../support/built-site.ts';

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
const answer = async (path: string) => {
  const response = await fetch(inject('origin') + path, { redirect: 'manual' });
  await response.body?.cancel();
  return { status: response.status, ...Object.fromEntries(response.headers) };
};

test('every page and file comes with the headers of isolation', async () => {
  const files = globSync('dist/**/*.*').map((file) => file.slice('dist'.length));
  for (const path of [...builtPages(), ...files]) {
    expect(await answer(path), path).toMatchObject({ status: 200, ...isolation });
  }
});

test('a page that does not exist comes with them too, and is not kept', async () => {
  for (const path of ['/missing/', '/missing.html', '/_astro/missing.js', '/about/missing']) {
    const response = await answer(path);
    expect(response, path).toMatchObject({ status: 404, ...isolation });
    expect(response, path).not.toHaveProperty('cache-control');
  }
});

test('the sandbox’s document is sent without an origin', async () => {
  const response = await answer('/sandbox/browser.html');
  expect(response).toHaveProperty(
    'content-security-policy',
    "sandbox allow-scripts; frame-ancestors 'self'",
  );
});

test('an address without its slash leads to the page', async () => {
  expect(await answer('/about?a=b')).toMatchObject({
    status: 301,
    location: '/about/?a=b',
    ...isolation,
  });
});

test('what has a hash in its name may be kept for ever, pages must be asked for again', async () => {
  const [hashed] = globSync('dist/_astro/*');
  expect(await answer(`${hashed}`.slice('dist'.length))).toHaveProperty(
    'cache-control',
    'public, max-age=31536000, immutable',
  );
  expect(await answer('/')).toHaveProperty('cache-control', 'no-cache');
});
