/** The page that the dev server has for authors: every question, with what its author has to know of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindOf } from '../../src/quiz/kinds.ts';
import { course } from '../content/real-course.ts';

/** Of its own, because the command refuses to start a second server beside the one that an author has running. */
const program = `
import { dev } from 'astro';
const { address } = await dev({ server: { host: '127.0.0.1', port: 0 } });
console.log('origin http://127.0.0.1:' + address.port);
`;

let server: ChildProcess;
let page: string;
beforeAll(async () => {
  // Under Vitest's own mode Astro would not be a dev server.
  const env = { ...process.env, NODE_ENV: 'development', VITEST: '', MODE: '' };
  server = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const response = await fetch(`${await originOf(server)}/authors/questions/`);
  page = (await response.text()).replaceAll(/ data-astro-cid-\w+/g, '');
}, 120_000);

afterAll(async () => {
  server.kill();
  await once(server, 'exit');
}, 30_000);

async function originOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server says nothing');
  for await (const line of createInterface(stdout)) {
    const origin = /^origin (.*)$/.exec(line)?.[1];
    if (origin === undefined) continue;
    // What it goes on to say is nobody's; a full pipe would stop it.
    stdout.resume();
    return origin;
  }
  throw new Error('The server ended before it had an address');
}

const articles = () =>
  new Map(
    [...page.matchAll(/<article id="([^"]+)".*?<\/article>/gs)].map(([all, id]) => [id, all]),
  );

test('has every question and every variant, once, and says of each whether its key is executed', () => {
  const questions = course.questions.flatMap(({ question, variants }) => [question, ...variants]);
  expect([...articles().keys()]).toEqual(questions.map(({ id }) => id));
  for (const question of questions) {
    const article = articles().get(question.id);
    const key = kindOf(question).isExecuted(question) ? 'executed' : 'not executed';
    expect(article).toContain(`data-executed="${key}"`);
    expect(article).toContain(`>key ${key}</strong>`);
    expect(article).toContain(`revision ${question.revision}<`);
    for (const { misconception } of kindOf(question).explanations(question))
      if (misconception !== undefined) expect(article).toContain(`<b>${misconception}</b>`);
  }
});

test('names the misconceptions that no question uses', () => {
  const used = new Set(
    [...page.matchAll(/<b>([^<]+)<\/b>/g)].map(([, misconception]) => misconception),
  );
  const unused = course.misconceptions.map(({ id }) => id).filter((id) => !used.has(id));
  const [list = ''] = /<ul class="unused">.*?<\/ul>/s.exec(page) ?? [];
  expect([...list.matchAll(/<code>([^<]+)<\/code>/g)].map(([, id]) => id)).toEqual(unused);
});
