// The ways by which a program leaves its panel: into a folder on the reader's disk, and to StackBlitz.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { course } from '../../src/course/course.ts';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const lesson = course.lessons[0];
const experiment = lesson?.experiments[0];
if (!lesson || !experiment) throw new Error('The first lesson has no experiment');

const ownProgram = `const answer: number = 6 * 7;\nconsole.log('mine:', answer);`;

/** What real Node.js prints when the project is started as its README says. */
function run(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'taken-away-'));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return execFileSync('npm', ['start', '--silent'], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a program is downloaded as it is now, as a folder that Node.js runs', async ({ open }) => {
  const page = await open(lesson.href);
  const { panel, write } = bench(page, experiment.title);
  await write(experiment.entry, ownProgram);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: /^Download/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${experiment.name}.zip`);
  const files = new Map(
    Object.entries(unzipSync(readFileSync(await download.path()))).map(([path, bytes]) => [
      path.slice(`${experiment.name}/`.length),
      new TextDecoder().decode(bytes),
    ]),
  );
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['package.json', 'README.md', ...Object.keys(experiment.files)]),
  );
  expect(run(files)).toBe('mine: 42\n');
});

test('a program is sent to StackBlitz when the reader asks for it, in a new tab', async ({
  open,
}) => {
  const page = await open(lesson.href);
  const { panel, write } = bench(page, experiment.title);
  await write(experiment.entry, ownProgram);
  const sent: string[] = [];
  await page.context().route('https://stackblitz.com/**', async (route) => {
    sent.push(route.request().postData() ?? '');
    await route.fulfill({ contentType: 'text/html', body: '<title>StackBlitz</title>' });
  });
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    panel.getByRole('button', { name: /^Open in StackBlitz/ }).click(),
  ]);
  await tab.waitForURL(/^https:\/\/stackblitz\.com\/run\?.*file=main\.ts/);
  expect(sent).toHaveLength(1);
  const project = new URLSearchParams(sent[0]);
  expect(project.get('project[template]')).toBe('node');
  const files = new Map(
    [...project].flatMap(([field, text]) => {
      const name = /^project\[files\]\[(.+)\]$/.exec(field)?.[1];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
  expect(run(files)).toBe('mine: 42\n');
});

test('offline it says so, and the page stays as it is', async ({ open, troubles }) => {
  const page = await open(lesson.href);
  const { panel } = bench(page, experiment.title);
  await page.context().setOffline(true);
  await panel.getByRole('button', { name: /^Open in StackBlitz/ }).click();
  await expect(panel.getByText(/this browser is offline. Download works without/)).toBeVisible();
  // The browser's own words for what could not be loaded ahead.
  const others = troubles
    .splice(0)
    .filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED'));
  expect(others).toEqual([]);
});
