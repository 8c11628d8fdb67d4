// What cannot be done to a tree of folders changes nothing in it, and says why.
import * as fs from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';

const attempt = async (run: () => unknown) => {
  try {
    console.log('done', await run());
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    console.log(code, syscall, message.slice(0, message.indexOf(',')));
  }
};
const tree = () => console.log(fs.readdirSync('t', { recursive: true }).sort().join(' '));

fs.mkdirSync('t/full/deep', { recursive: true });
fs.mkdirSync('t/empty');
for (const path of ['t/file', 't/other', 't/full/x']) fs.writeFileSync(path, path);

const moves: [from: string, to: string][] = [
  ['t/file', 't/full'],
  ['t/file', 't/empty'],
  ['t/full', 't/full/new'],
  ['t/full', 't/full/deep'],
  ['t/full', 't/full/none/new'],
  ['t/empty', 't/full'],
  ['t/full/deep', 't/full'],
  ['t/full/x', 't/full'],
  ['t/empty', 't/file'],
  ['t/file', 't/file/x'],
  ['t/empty', 't/file/x'],
  ['t/none', 't/file/x'],
  ['t/file/x', 't/new'],
  ['t/none/x', 't/new'],
  ['t/none', 't/full'],
  ['t/file', 't/none/x'],
  ['t/empty', 't/empty'],
  ['t/file', 't/file'],
];
for (const [from, to] of moves) {
  await attempt(() => fs.renameSync(from, to));
  await attempt(() => rename(from, to));
}
tree();

for (const path of ['t/file/x', 't/file/x/y', 't/none/x', 't/file', 't/full']) {
  await attempt(() => fs.mkdirSync(path));
  await attempt(() => mkdir(path));
}
for (const path of ['t/file/x', 't/file/x/y', 't/file', 't/full']) {
  await attempt(() => fs.mkdirSync(path, { recursive: true }));
}
tree();

for (const path of ['t/file/x', 't/file/x/y', 't/none/x', 't/empty']) {
  await attempt(() => fs.writeFileSync(path, ''));
  await attempt(() => writeFile(path, ''));
  await attempt(() => fs.appendFileSync(path, ''));
  await attempt(() => fs.copyFileSync('t/other', path));
  await attempt(() => fs.openSync(path, 'w'));
}
for (const path of ['t/file/x', 't/file/x/y', 't/none/x']) {
  await attempt(() => fs.readFileSync(path));
  await attempt(() => fs.statSync(path));
  await attempt(() => fs.readdirSync(path));
  await attempt(() => fs.unlinkSync(path));
  await attempt(() => fs.rmdirSync(path));
  await attempt(() => fs.truncateSync(path));
  await attempt(() => fs.utimesSync(path, 1, 1));
  await attempt(() => fs.accessSync(path));
  await attempt(() => fs.mkdtempSync(path));
  await attempt(() => fs.copyFileSync(path, 't/new'));
  console.log(fs.existsSync(path), fs.statSync(path, { throwIfNoEntry: false }));
}
tree();

fs.renameSync('t/full', 't/empty');
fs.renameSync('t/other', 't/file');
fs.renameSync('t/empty/x', 't/empty/deep/y');
tree();
console.log(fs.readFileSync('t/file', 'utf8'), fs.readFileSync('t/empty/deep/y', 'utf8'));
