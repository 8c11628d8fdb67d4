/** A reader that is not ours opens an exported run: speedscope's own web app, from its package, in Chromium. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright';
import { expect, test } from 'vitest';
import { chromeTrace } from '../../src/trace/chrome-trace.ts';
import { timelineOf } from '../../src/trace/timeline.ts';
import { chromium } from '../support/browsers.ts';
import { run } from './trace-events.ts';

const app = join(
  dirname(fileURLToPath(import.meta.resolve('speedscope/package.json'))),
  'dist/release',
);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves the app, with the file to open beside it. */
async function serveApp(file: string) {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://app').pathname;
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.setHeader('content-type', type);
    try {
      response.end(path === '/run.json' ? file : await readFile(join(app, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const close = () => new Promise((closed) => server.close(closed));
  return { origin: `http://127.0.0.1:${address.port}`, close };
}

test('speedscope opens a run with its threads and spans', { timeout: 60_000 }, async () => {
  const app = await serveApp(chromeTrace(timelineOf(run), 'Drawn from your run.'));
  const browser = await playwright.launch({ ...chromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    await page.goto(`${app.origin}/index.html#profileURL=/run.json`);
    const thread = (name: string) =>
      page.getByText(new RegExp(`^main process .*, ${name} `)).first();
    const row = (name: RegExp) => page.getByText(name).first();
    // It lists the threads, and shows the first one; "Sandwich" is its table of what ran, and for how long.
    await thread('main').click();
    await thread('worker 1').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Sandwich').click();
    await row(/^slow view/).waitFor();
    await row(/^blocked loop/).waitFor();
    await page.keyboard.press('n');
    await thread('worker 1').waitFor();
    await row(/^job/).waitFor();
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
    await app.close();
  }
});
