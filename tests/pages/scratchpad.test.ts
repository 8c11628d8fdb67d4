// An experiment without a lesson: files of one's own, and programs that come and go by links.
import { describe, inject } from 'vitest';
import { bench } from '../support/bench.ts';
import { expect, test } from '../support/reader.ts';

const linkTo = (program: object) =>
  `/scratchpad/#v1:${Buffer.from(JSON.stringify(program)).toString('base64url')}`;

test('a program of two files is written, run, shared, and opened by somebody else', async ({
  open,
}) => {
  const page = await open('/scratchpad/');
  const mine = bench(page);
  await mine.write(
    'main.ts',
    "import { word } from './word.ts';\nconsole.log('the word is', word);",
  );
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByRole('textbox', { name: 'Name of the file' }).fill('word.ts');
  await page.keyboard.press('Enter');
  await mine.write('word.ts', "export const word: string = 'schön';");
  await mine.runToEnd();
  await expect(mine.output).toHaveText('the word is schön\n');

  await page.getByRole('button', { name: 'Copy link to share' }).click();
  const link = page.getByLabel('Link to share');
  await expect(link).toHaveValue(/#v1z:/);

  const other = await open(await link.inputValue());
  const theirs = bench(other);
  await expect(theirs.editor('main.ts')).toContainText('the word is');
  await expect(other.getByText('It runs only when you press Run: read it first.')).toBeVisible();
  await expect(theirs.state).toHaveText('Ready.');
  await theirs.runToEnd();
  await expect(theirs.output).toHaveText('the word is schön\n');
});

test('what was written is there after a reload', async ({ open }) => {
  const page = await open('/scratchpad/');
  await bench(page).write('main.ts', "console.log('kept');");
  await page.reload();
  await bench(page).holds('main.ts', "console.log('kept');");
});

test('a link does not take the place of what the reader wrote', async ({ open }) => {
  const page = await open('/scratchpad/');
  await bench(page).write('main.ts', "console.log('mine');");
  await page.goto(linkTo({ files: { 'main.ts': "console.log('theirs');" }, entry: 'main.ts' }));
  await bench(page).holds('main.ts', "console.log('theirs');");
  await page.getByRole('button', { name: 'Back to mine' }).click();
  await bench(page).holds('main.ts', "console.log('mine');");
});

test('what was changed in one linked program is not shown for another', async ({ open }) => {
  // Alike but for a digit near the end.
  const like = (digit: number) =>
    linkTo({
      files: { 'main.ts': `${'// long\n'.repeat(40)}console.log(${digit});` },
      entry: 'main.ts',
    });
  const page = await open(like(1));
  await bench(page).write('main.ts', "console.log('changed');");
  await page.goto(like(2));
  await expect(bench(page).editor('main.ts')).toContainText('console.log(2);');
});

test('a linked program that is too large to keep stays open when it cannot be made one’s own', async ({
  open,
}) => {
  const page = await open(
    linkTo({ files: { 'main.ts': `// large\n${'// '.padEnd(70_000, 'x')}` }, entry: 'main.ts' }),
  );
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await expect(page.getByText('It could not be made yours')).toBeVisible();
  await expect(bench(page).editor('main.ts')).toContainText('// large');
});

describe('a link that is no program is refused with a sentence', () => {
  test.for([
    ['an unknown format', '/scratchpad/#v9:abc'],
    ['no base64url', '/scratchpad/#v1:***'],
    ['no JSON', `/scratchpad/#v1:${Buffer.from('{').toString('base64url')}`],
    ['no files', linkTo({ entry: 'main.ts' })],
    ['an entry that is not there', linkTo({ files: { 'a.ts': '' }, entry: 'main.ts' })],
    ['a path out of its folder', linkTo({ files: { '../main.ts': '' }, entry: '../main.ts' })],
  ] as const)('%s', async ([, link], { open }) => {
    const page = await open(link);
    await expect(page.getByText('The link could not be opened.')).toBeVisible();
    await expect(bench(page).run).toBeEnabled();
  });
});

test('a program reaches neither the network nor what the site stores', async ({
  open,
  troubles,
}) => {
  const names = ['site', 'storage', 'database', 'caches', 'page'];
  const tries = `(async () => {
    const native = (name) => {
      for (let scope = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
        const { get, value } = Object.getOwnPropertyDescriptor(scope, name) ?? {};
        const found = get ? get.call(globalThis) : value;
        if (found !== undefined) return typeof found === 'function' ? found.bind(globalThis) : found;
      }
    };
    const tries = {
      site: () => native('fetch')('${inject('origin')}/about/'),
      storage: () => native('localStorage').length,
      database: () => new Promise((resolve, reject) => {
        const request = native('indexedDB').open('x');
        request.onsuccess = resolve; request.onerror = reject;
      }),
      caches: () => native('caches').keys(),
      page: () => native('document').title.length,
    };
    const reached = [];
    for (const [name, attempt] of Object.entries(tries)) {
      reached.push(name + ' ' + (await (async () => attempt())().then(() => true, () => false)));
    }
    return reached.join('; ');
  })()`;
  const outcome = (reached: boolean) => names.map((name) => `${name} ${reached}`).join('; ');
  const program = `
    console.log(await ${tries});
    await fetch('https://elsewhere.invalid/').catch(() => console.log('no network'));
  `;
  const page = await open(linkTo({ files: { 'main.js': program }, entry: 'main.js' }));
  // What is refused to the program is there for the page itself.
  expect(await page.evaluate(tries)).toBe(outcome(true));
  const { runToEnd, output } = bench(page);
  await runToEnd();
  await expect(output).toHaveText(`${outcome(false)}\nno network\n`);
  // The browser may say on the console what it refused; nothing may have left.
  expect(troubles.splice(0).filter((trouble) => trouble.startsWith('asked'))).toEqual([]);
});
