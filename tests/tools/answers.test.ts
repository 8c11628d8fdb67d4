import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editsFormat } from '../../src/progress/edits.ts';
import { exportText } from '../../src/progress/export-file.ts';
import { empty } from '../../src/progress/ledger.ts';
import { preferencesFormat } from '../../src/progress/preferences.ts';
import { emptyProgress, reduce } from '../../src/progress/progress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of somebody who gave this answer to the first question of the course. */
function exported(name: string, at: number, correct: boolean, key: string): string {
  const progress = reduce(emptyProgress, {
    type: 'question-answered',
    question: 'who-waits-on-one-loop',
    revision: 1,
    misconceptions: [],
    explained: [key],
    correct,
    at,
  });
  const others = { edits: empty(editsFormat), preferences: empty(preferencesFormat) };
  return file(name, exportText({ progress, ...others }, at));
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function answers(...files: string[]) {
  const flags = ['--disable-warning=ExperimentalWarning', 'tools/answers.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...files], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.replaceAll(`${folder}/`, '') };
}

test('tells of each question who was right at first, and which wrong answers were given', () => {
  const { status, stdout, stderr } = answers(
    exported('one.json', 1, true, '0'),
    exported('two.json', 2, false, '1'),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`2 readers

who-waits-on-one-loop: 1 of 2 right at first, 50 % (9 to 91 %)
     1 × Only the user who asked for that view. [only-that-user-waits]

Not answered yet: `);
});

test('says of each file that it cannot read what is wrong with it, and counts the others', () => {
  const { status, stdout, stderr } = answers(
    exported('one.json', 1, true, '0'),
    file('cut.json', '{"format":"unblo'),
    file('other.json', '{}'),
    file('partly.json', '{"format":"unblocked","version":1}'),
    join(folder, 'none.json'),
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/^2 readers\n\nwho-waits-on-one-loop: 1 of 1 right at first, 100 %/);
  expect(stderr.split('\n')).toEqual([
    'cut.json: This file is not JSON, so it is no export of this course, or it was cut off.',
    'other.json: This file was not exported from this course.',
    'partly.json: left out what could not be read: progress: all of it, edits: all of it, preferences: all of it',
    expect.stringMatching(/^none\.json: ENOENT/),
    '',
  ]);
});

test('says how it is called', () => {
  expect(answers()).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Name the files that readers exported: npm run answers -- <file> …\n',
  });
});
