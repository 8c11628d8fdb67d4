import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits, openShareLink, toShareLink } from '../../src/sandbox/share-link.ts';

const base64Url = (data: string | Uint8Array) => Buffer.from(data).toString('base64url');
const plain = (value: unknown) => `#v1:${base64Url(JSON.stringify(value))}`;
const packed = (value: unknown) => `#v1z:${base64Url(deflateRawSync(JSON.stringify(value)))}`;
const hello = { files: { 'main.ts': 'console.log("ü, 漢, 🦊");\n' }, entry: 'main.ts' };

async function reason(fragment: string): Promise<string> {
  const opened = await openShareLink(fragment);
  return opened.type === 'refused' ? opened.reason : `not refused: ${opened.type}`;
}

describe('a link made here', () => {
  const fileName = fc
    .array(fc.stringMatching(/^[a-z0-9][A-Za-z0-9_.-]{0,8}$/), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'))
    .filter((name) => !/^\d+$/.test(name));
  const program = fc
    .dictionary(fileName, fc.string({ unit: 'binary', maxLength: 300 }), {
      minKeys: 1,
      maxKeys: 6,
      noNullPrototype: true,
    })
    .chain((files) =>
      fc.record({ files: fc.constant(files), entry: fc.constantFrom(...Object.keys(files)) }),
    );

  test('opens as the same program', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (shared) => {
        const link = await toShareLink(shared);
        expect(link).toMatch(/^#v1z:[A-Za-z0-9_-]+$/);
        expect(await openShareLink(link)).toEqual({ type: 'program', program: shared });
      }),
      { numRuns: 60 },
    );
  });

  test('is not made of a program that it could not carry', async () => {
    const noise = Array.from({ length: limits.bytes }, (_, i) =>
      String.fromCharCode(33 + ((i * 7919) % 90)),
    ).join('');
    await expect(toShareLink({ files: { 'main.ts': noise }, entry: 'main.ts' })).rejects.toThrow(
      'larger than a link',
    );
    await expect(toShareLink({ files: { '../up.ts': '' }, entry: '../up.ts' })).rejects.toThrow(
      '../up.ts',
    );
  });
});

describe('a link made elsewhere', () => {
  test.each([
    ['plain', plain(hello)],
    ['packed', packed(hello)],
    [
      'with base64 padding',
      `#v1:${Buffer.from(JSON.stringify(hello)).toString('base64').replaceAll('+', '-').replaceAll('/', '_')}`,
    ],
    ['without #', plain(hello).slice(1)],
  ])('opens: %s', async (_, link) => {
    expect(await openShareLink(link)).toEqual({ type: 'program', program: hello });
  });

  test.each(['', '#'])('is nothing when the fragment is empty: %j', async (fragment) => {
    expect(await openShareLink(fragment)).toEqual({ type: 'nothing' });
  });

  test('may name a file like a member of every object', async () => {
    const link = `#v1:${base64Url('{"files":{"constructor":"1","toString":"2"},"entry":"toString"}')}`;
    const opened = await openShareLink(link);
    expect(opened.type === 'program' && Object.entries(opened.program.files)).toEqual([
      ['constructor', '1'],
      ['toString', '2'],
    ]);
  });

  test.each([
    ['another format', '#what-is-this', 'begins with neither'],
    ['a version of the future', `#v2:${base64Url('{}')}`, 'begins with neither'],
    ['not base64url', '#v1:%%%', 'base64url'],
    ['base64url of no bytes', '#v1:A', 'base64url'],
    ['nothing in it', '#v1:', 'not JSON'],
    ['not UTF-8', `#v1:${base64Url(new Uint8Array([0x22, 0xff, 0x22]))}`, 'not JSON in UTF-8'],
    ['not JSON', `#v1:${base64Url('{"files":')}`, 'not JSON'],
    ['not packed', `#v1z:${base64Url(JSON.stringify(hello))}`, 'cannot be unpacked'],
    ['packed and cut', packed(hello).slice(0, -12), 'cannot be unpacked'],
    ['packed and nothing in it', '#v1z:', 'cannot be unpacked'],
    ['a list', plain([hello]), 'not a program'],
    ['null', plain(null), 'not a program'],
    ['no files', plain({ files: {}, entry: 'main.ts' }), 'no files'],
    ['files in a list', plain({ files: ['main.ts'], entry: 'main.ts' }), 'not a program'],
    [
      'a file that is not text',
      plain({ files: { 'main.ts': 1 }, entry: 'main.ts' }),
      'is not text',
    ],
    ['no entry', plain({ files: hello.files }), 'not a program'],
    ['an entry that is not there', plain({ ...hello, entry: 'other.ts' }), 'other.ts'],
    ['an entry of every object', plain({ ...hello, entry: 'toString' }), 'toString'],
    ['more than files and entry', plain({ ...hello, run: true }), '“run”'],
    [
      'a way out of the folder',
      plain({ files: { '../main.ts': '' }, entry: '../main.ts' }),
      '../main.ts',
    ],
    ['an absolute path', plain({ files: { '/main.ts': '' }, entry: '/main.ts' }), '/main.ts'],
    ['a file without a name', plain({ files: { '': '' }, entry: '' }), 'cannot be used'],
    [
      'a prototype',
      `#v1:${base64Url('{"files":{"__proto__":""},"entry":"__proto__"}')}`,
      '__proto__',
    ],
    [
      'a number for a name',
      plain({ files: { 1: '', 'm.ts': '' }, entry: 'm.ts' }),
      'cannot be used',
    ],
    ['markup in a name', plain({ files: { '<b>.ts': '' }, entry: '<b>.ts' }), 'cannot be used'],
    [
      'too many files',
      plain({
        files: Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`${i}.ts`, ''])),
        entry: '0.ts',
      }),
      'more than 40',
    ],
    ['too long', `#v1:${'A'.repeat(limits.fragmentCharacters)}`, 'larger than a link'],
    [
      'a small link that unpacks to 64 MB',
      `#v1z:${base64Url(deflateRawSync(Buffer.alloc(64 << 20, 32)))}`,
      'larger than a link',
    ],
  ])('is refused with a reason: %s', async (_, fragment, words) => {
    expect(await reason(fragment)).toContain(words);
  });

  test('never throws, whatever it is', async () => {
    const payload = fc.oneof(
      fc.base64String(),
      fc.string(),
      fc.json().map(base64Url),
      fc.json().map((json) => base64Url(deflateRawSync(json))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('#v1:', '#v1z:', '#', ''), payload, async (prefix, text) => {
        expect(['nothing', 'program', 'refused']).toContain(
          (await openShareLink(prefix + text)).type,
        );
      }),
      { numRuns: 200 },
    );
  });
});
