import { expect, test } from 'vitest';
import { FileSystem } from '../../../src/sandbox/browser/host/file-system.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: unknown) =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
const fault = (code: string, message: string) => ({ ok: false, fault: { code, message } });

test('files are written, appended to, read and listed', () => {
  const files = new FileSystem();
  files.add('/home/lesson/main.ts', 'x');
  files.run({ op: 'write', path: '/home/lesson/a', bytes: bytes('1') });
  files.run({ op: 'append', path: '/home/lesson/../lesson/a', bytes: bytes('2') });
  const read = files.run({ op: 'read', path: '/home/lesson/a' });
  expect(read.ok && text(read.value)).toBe('12');
  expect(files.run({ op: 'list', path: '/home/lesson' })).toEqual({
    ok: true,
    value: [
      { name: 'a', kind: 'file' },
      { name: 'main.ts', kind: 'file' },
    ],
  });
});

test('faults have Node’s words', () => {
  const files = new FileSystem();
  files.add('/d/f', '');
  const write = { op: 'write', bytes: bytes('') } as const;
  expect(files.run({ op: 'read', path: '/no' })).toMatchObject(
    fault('ENOENT', "ENOENT: no such file or directory, open '/no'"),
  );
  expect(files.run({ op: 'read', path: '/d' })).toMatchObject({
    ok: false,
    fault: { code: 'EISDIR' },
  });
  expect(files.run({ ...write, path: '/no/f' })).toMatchObject({ fault: { code: 'ENOENT' } });
  expect(files.run({ ...write, path: '/d/f/g' })).toMatchObject({ fault: { code: 'ENOTDIR' } });
  expect(files.run({ ...write, path: '/d/f', exclusive: true })).toMatchObject(
    fault('EEXIST', "EEXIST: file already exists, open '/d/f'"),
  );
  expect(files.run({ op: 'make-directory', path: '/d', recursive: false })).toMatchObject({
    fault: { code: 'EEXIST', syscall: 'mkdir' },
  });
  expect(files.run({ op: 'rmdir', path: '/d' })).toMatchObject({ fault: { code: 'ENOTEMPTY' } });
  expect(files.run({ op: 'rename', path: '/x', to: '/y' })).toMatchObject(
    fault('ENOENT', "ENOENT: no such file or directory, rename '/x' -> '/y'"),
  );
});

test('folders move and go with what is in them', () => {
  const files = new FileSystem();
  files.add('/a/b/c', '1');
  files.run({ op: 'rename', path: '/a', to: '/z' });
  expect(files.text('/z/b/c')).toBe('1');
  files.run({ op: 'remove', path: '/z', recursive: true });
  expect(files.text('/z/b/c')).toBeUndefined();
  expect(files.run({ op: 'stat', path: '/z/b' })).toMatchObject({ ok: false });
});

test('the disk is full at some point', () => {
  const files = new FileSystem();
  const big = new Uint8Array(40 * 1024 * 1024);
  expect(files.run({ op: 'write', path: '/a', bytes: big })).toMatchObject({ ok: true });
  expect(files.run({ op: 'append', path: '/a', bytes: big })).toMatchObject({
    fault: {
      code: 'ENOSPC',
      message: expect.stringMatching(
        /^ENOSPC: no space left on device, write '\/a' \(more than 64 MB in all files together, the limit of the browser engine/,
      ),
    },
  });
  files.run({ op: 'unlink', path: '/a' });
  expect(files.run({ op: 'write', path: '/b', bytes: big })).toMatchObject({ ok: true });
});

test('temporary folders have names of their own', () => {
  const files = new FileSystem();
  const first = files.run({ op: 'make-temporary', prefix: '/tmp/job-' });
  const second = files.run({ op: 'make-temporary', prefix: '/tmp/job-' });
  expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^\/tmp\/job-\w{6}$/) });
  expect(second).not.toEqual(first);
});

test('truncating counts as writing', () => {
  const files = new FileSystem();
  const truncate = (path: string, size: number) => files.run({ op: 'truncate', path, size });
  for (const path of ['/a', '/b']) files.run({ op: 'write', path, bytes: bytes('x') });
  expect(truncate('/a', 40 * 1024 * 1024)).toMatchObject({ ok: true });
  expect(truncate('/b', 40 * 1024 * 1024)).toMatchObject({ fault: { code: 'ENOSPC' } });
  expect(truncate('/a', -1)).toMatchObject({ ok: true });
  expect(truncate('/b', 40 * 1024 * 1024)).toMatchObject({ ok: true });
});

test('names and their number have a bound', () => {
  const files = new FileSystem();
  const write = (path: string) => files.run({ op: 'write', path, bytes: bytes('') });
  expect(write(`/${'x'.repeat(5000)}`)).toMatchObject({ fault: { code: 'ENAMETOOLONG' } });
  let written = 0;
  while (written < 100_000 && write(`/${written}`).ok) written++;
  expect(written).toBeLessThan(50_000);
  expect(write('/one-more')).toMatchObject({
    fault: { code: 'ENOSPC', message: expect.stringContaining('files and folders, the limit') },
  });
  const folder = { op: 'make-directory', path: '/d/e', recursive: true } as const;
  expect(files.run(folder)).toMatchObject({ fault: { code: 'ENOSPC' } });
  files.run({ op: 'unlink', path: '/7' });
  files.run({ op: 'unlink', path: '/8' });
  expect(write('/one-more')).toMatchObject({ ok: true });
});

test('a read gives what is there, whatever room the file has to grow', () => {
  const files = new FileSystem();
  for (let i = 0; i < 100; i++) files.run({ op: 'append', path: '/a', bytes: bytes('12345') });
  files.run({ op: 'truncate', path: '/a', size: 7 });
  files.run({ op: 'append', path: '/a', bytes: bytes('!') });
  const read = files.run({ op: 'read', path: '/a' });
  const value = read.ok ? read.value : undefined;
  expect(text(value)).toBe('1234512!');
  expect((value as Uint8Array).buffer.byteLength).toBe(8);
});

test('the root stays where it is', () => {
  const files = new FileSystem();
  const rename = (path: string, to: string) => files.run({ op: 'rename', path, to });
  expect(rename('/', '/tmp/x')).toMatchObject({ fault: { code: 'EINVAL' } });
  expect(rename('/tmp', '/')).toMatchObject({ fault: { code: 'ENOTEMPTY' } });
});
