import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallCourse } from '../course/small-course.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function check() {
  const program = resolve('tools/check-content.ts');
  const flags = ['--disable-warning=ExperimentalWarning'];
  const options = { cwd: root, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program], options);
  return { status, stdout, stderr };
}

it('is content with no content', () => {
  expect(check()).toEqual({ status: 0, stdout: 'No mistakes in the content.\n', stderr: '' });
});

it('is content with content that is right, and with what Python and editors leave behind', () => {
  const twin = 'content/01-the-question/01-the-slow-view/twins/slow-view';
  write({ ...smallCourse, 'content/.DS_Store': '', [`${twin}/__pycache__/views.pyc`]: '' });
  expect(check()).toEqual({ status: 0, stdout: 'No mistakes in the content.\n', stderr: '' });
});

it('tells all mistakes once and fails', () => {
  const lesson = 'content/01-the-question/01-the-slow-view';
  write({
    ...smallCourse,
    [`${lesson}/experiments/slow-view/check.ts`]: 'enum A {}\n',
    [`${lesson}/notes.md`]: '',
  });
  expect(check()).toEqual({
    status: 1,
    stdout: '',
    stderr: `${lesson}/experiments/slow-view/check.ts:1:1
  expected  TypeScript whose types can be erased
  found     TypeScript enum is not supported in strip-only mode
  read      https://nodejs.org/api/typescript.html#type-stripping

${lesson}/experiments/slow-view/experiment.yaml:1:1
  expected  \`exercise\`, check.ts and solution/, or none of them
  found     only check.ts
  read      src/course/schema.ts, "experiment"

${lesson}/notes.md:1:1
  expected  here only lesson.mdx, quiz.yaml
  found     "notes.md"
  read      src/course/layout.ts, the first comment

3 mistakes in the content
`,
  });
});
