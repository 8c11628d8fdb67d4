import { describe, expect, it } from 'vitest';
import { isFramed, keptFile } from '../../src/offline/kept-files.ts';

describe('what is kept for a reader offline', () => {
  it.each([
    ['index.html', { url: '/', mayChange: true }],
    ['the-question/quiz/index.html', { url: '/the-question/quiz/', mayChange: true }],
    ['_astro/run-panel.B1b4Hh3m.js', { url: '/_astro/run-panel.B1b4Hh3m.js', mayChange: false }],
    ['favicon.svg', { url: '/favicon.svg', mayChange: true }],
  ])('%s is kept under the address by which pages ask for it', (path, kept) => {
    expect(keptFile(path, 'text', '/')).toEqual(kept);
  });

  it.each(['404.html', '_headers', 'service-worker.js'])('%s is not', (path) => {
    expect(keptFile(path, 'text', '/')).toBeUndefined();
  });

  it('a file of the sandbox has another address for every other content', () => {
    const url = (content: string) => keptFile('sandbox/browser.html', content, '/base/')?.url ?? '';
    expect(url('a')).toMatch(/^\/base\/sandbox\/browser\.html\?[0-9a-f]{12}$/);
    expect(url('a')).not.toBe(url('b'));
    expect(isFramed(url('a'))).toBe(true);
    expect(isFramed(keptFile('sandbox/shelf/os.js', 'a', '/')?.url ?? '')).toBe(false);
  });
});
