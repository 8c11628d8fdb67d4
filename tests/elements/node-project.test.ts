// What a reader takes away runs on their own machine: the real Node.js here.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { course } from '../../src/course/course.ts';
import { nodeProject, PACKAGES } from '../../src/elements/elsewhere/node-project.ts';
import type { Files } from '../../src/sandbox/engine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-project-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
const about = { name: 'greeting', title: 'A greeting' };

describe('a program as a project of Node.js', () => {
  it('starts with npm start, in TypeScript, from several files', () => {
    const files = {
      'main.ts': `import { greet } from './lib/greet.ts';\nconst who: string = 'reader';\nconsole.log(greet(who));`,
      'lib/greet.ts': `export const greet = (who: string): string => 'Hello, ' + who;`,
    };
    write(nodeProject({ files, entry: 'main.ts' }, about));
    const printed = execFileSync('npm', ['start', '--silent'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toBe('Hello, reader\n');
    expect(readFileSync(join(folder, 'README.md'), 'utf8').trim().split(/\n+/)).toEqual([
      '# A greeting',
      'Run it: `node main.ts`.',
      'It needs Node.js 22.18 or later, which runs TypeScript as it is.',
    ]);
  });

  it('asks for the packages that it imports, in the versions of the course', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies).toMatchObject(PACKAGES);
    const files = { 'main.ts': `import pLimit from 'p-limit';\nconsole.log(typeof pLimit);` };
    const project = nodeProject({ files, entry: 'main.ts' }, about);
    expect(JSON.parse(project['package.json'] ?? '').dependencies).toEqual({
      'p-limit': PACKAGES['p-limit'],
    });
    expect(project['README.md']).toContain('`npm install`, then `node main.ts`');
  });

  it('leaves a file of the reader’s alone that has the name of one of ours', () => {
    const files = { 'main.ts': '', 'README.md': 'mine\n' };
    expect(nodeProject({ files, entry: 'main.ts' }, about)['README.md']).toBe('mine\n');
  });
});

const exercises = course.lessons
  .flatMap(({ experiments }) => experiments)
  .filter(({ exercise }) => exercise);
describe.each(exercises)(
  'the exercise $name, taken away',
  ({ name, title, files, entry, check, solution }) => {
    const take = (taken: Files) => {
      write(nodeProject({ files: taken, entry }, { name, title, check: check ?? '' }));
      return spawnSync('npm', ['test'], { cwd: folder, encoding: 'utf8' }).status;
    };
    // npm and two checks on a machine that is busy with other tests.
    it('has its check, which fails as it comes and passes with the solution', {
      timeout: 60_000,
    }, () => {
      expect(take(files)).toBe(1);
      expect(take({ ...files, ...solution })).toBe(0);
    });
  },
);
