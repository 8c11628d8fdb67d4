/** The shelf's door: what the page and the host take of each other's messages, and what a forged one gets. */
import { describe, expect, test } from 'vitest';
import { Shelf } from '../../../src/sandbox/browser/host/shelf.ts';
import { readFromHost, readToHost } from '../../../src/sandbox/browser/wire/page-messages.ts';

const index = { http: ['stream'], stream: ['buffer'], buffer: [] };

function openShelf() {
  const asked: (readonly string[])[] = [];
  const made: string[] = [];
  const urls = {
    make: (text: string) => `blob:${made.push(text)}`,
    revoke: () => undefined,
  };
  const shelf = new Shelf(index, urls, (names) => void asked.push(names));
  return { shelf, asked, made };
}

describe('the host', () => {
  test('asks for a module with all that it needs', () => {
    const { shelf } = openShelf();
    expect(shelf.missing('http')).toEqual(['http', 'stream', 'buffer']);
    shelf.put({ stream: 'stream text' }, []);
    expect(shelf.missing('http')).toEqual(['http', 'buffer']);
  });

  test('learns from a text what the module exports', () => {
    const { shelf } = openShelf();
    expect(() => shelf.exportsOf('buffer')).toThrow('Not here yet: buffer');
    shelf.put({ buffer: '/*["Buffer","default"]*/shelve()' }, []);
    expect(shelf.exportsOf('buffer')).toEqual(['Buffer', 'default']);
  });

  test('goes on when everything that it asked for is there', async () => {
    const { shelf, asked } = openShelf();
    const fetched = shelf.fetch(['http', 'stream']);
    expect(asked).toEqual([['http', 'stream']]);
    shelf.put({ http: 'a' }, []);
    shelf.put({ stream: 'b' }, []);
    expect(await fetched).toBeUndefined();
    expect(shelf.urls).toEqual({ http: 'blob:1', stream: 'blob:2' });
  });

  test('gives the fault when a text cannot be had, and asks again the next time', async () => {
    const { shelf, asked } = openShelf();
    const fetched = shelf.fetch(['http', 'buffer']);
    shelf.put({ buffer: 'b' }, ['http']);
    expect((await fetched)?.message).toContain("Cannot load 'http'");
    void shelf.fetch(['http']);
    expect(asked).toEqual([['http', 'buffer'], ['http']]);
  });

  test('takes no text that is not on the shelf, and none a second time', () => {
    const { shelf, made } = openShelf();
    const forged = JSON.parse('{ "fs": "evil", "__proto__": "evil", "constructor": "evil" }');
    shelf.put(forged, []);
    shelf.put({ buffer: 'first' }, []);
    shelf.put({ buffer: 'second' }, []);
    expect(made).toEqual(['first']);
    for (const name of ['fs', '__proto__', 'constructor', 'toString']) {
      expect(shelf.has(name)).toBe(false);
      expect(shelf.missing(name)).toEqual([]);
    }
  });
});

describe('messages', () => {
  test('that bring texts are rebuilt from texts alone', () => {
    const message = { type: 'shelf', texts: { http: 'a', stream: 5 }, failed: ['x', {}] };
    expect(readToHost(message)).toEqual({ type: 'shelf', texts: { http: 'a' }, failed: ['x'] });
  });

  test.for([
    { type: 'shelf' },
    { type: 'shelf', texts: 'http', failed: [] },
    { type: 'shelf', texts: {}, failed: 'http' },
    { type: 'stripped', strip: { type: 'code', code: '' } },
    { type: 'other', run: 1 },
  ])('that are none are not read: %j', (message) => {
    expect(readToHost(message)).toBeUndefined();
  });

  test.for([
    { type: 'want' },
    { type: 'want', names: 'http' },
    { type: 'strip', id: '1', path: '/a.ts', text: '' },
    { type: 'strip', id: 1, path: '/a.ts' },
    { type: 'strip', id: 1, path: {}, text: '' },
  ])('from the host that are none are not read: %j', (message) => {
    expect(readFromHost(message)).toBeUndefined();
  });

  test('that ask for modules ask by name', () => {
    const message = { type: 'want', names: ['http', 5, { url: 'https://example.org' }] };
    expect(readFromHost(message)).toEqual({ type: 'want', names: ['http'] });
  });
});
