/** The page's side of the shelf: it fetches what it has listed, and nothing that a host may name besides. */
import { shelf } from 'virtual:sandbox/document';
import { expect, test, vi } from 'vitest';
import { foreseen, shelfText } from '../../../src/sandbox/browser/shelf-texts.ts';

// Before all others: a text that is here is not asked for again.
test('a request that stalls is given up, and the next one asks again', async () => {
  const limit = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  });
  const stalled = shelfText('os');
  limit.abort(new DOMException('too late', 'TimeoutError'));
  await expect(stalled).rejects.toThrow('too late');
  fetched.mockRestore();
  timeout.mockRestore();
  expect(await shelfText('os')).toContain('.shelve("os",');
});

test('every text is served, and registers itself by its name', async () => {
  for (const name of Object.keys(shelf)) {
    const text = await shelfText(name);
    expect(text).toMatch(/^\/\*\[.*?"default".*?\]\*\//);
    expect(text).toContain(`.shelve(${JSON.stringify(name)},`);
  }
});

test.for(['worker_threads', '__proto__', 'constructor', '../browser.html', 'https://example.org/'])(
  'what is not on the shelf is not fetched: %s',
  async (name) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await expect(shelfText(name)).rejects.toThrow(`There is no ${name} on the shelf.`);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  },
);

test('a program’s files say what it needs, and what that needs in turn', () => {
  expect(foreseen({ 'main.ts': "import { once } from 'node:events';" })).toEqual([]);
  expect(foreseen({ 'main.ts': "await import('node:os')" })).toEqual(['os']);
  expect(foreseen({ 'a.ts': '', 'b.cjs': 'require("crypto")' })).toEqual(
    expect.arrayContaining(['crypto', 'buffer']),
  );
  expect(foreseen({ 'main.ts': 'Buffer.from([1])' })).toEqual(['buffer']);
});

test('a program that prints nothing but texts does without what shows objects', () => {
  const plain = [
    "console.log('done');",
    `console.log(\`\${a} of \${b}\`);`,
    `console.error(\n  \`it failed: \${message}\`,\n);`,
    'console.log();',
  ];
  expect(foreseen({ 'main.ts': plain.join('\n') })).toEqual([]);
  const others = [
    'console.log({ a });',
    "console.log('a', a);",
    'console.table(rows)',
    'log = console.log',
  ];
  for (const text of others) expect(foreseen({ 'main.ts': text })).toEqual(['internal/inspect']);
});
