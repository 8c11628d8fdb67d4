import * as fs from 'node:fs';
import { access, cp, mkdtemp, opendir, readdir, realpath, rm, stat, utimes } from 'node:fs/promises';

const tell = (error: NodeJS.ErrnoException) => console.log(error.code, error.syscall, error.message);
fs.mkdirSync('a/b/c', { recursive: true });
fs.writeFileSync('a/1.txt', '1');
fs.writeFileSync('a/b/2.txt', '22');
fs.writeFileSync('a/b/c/3.txt', '333');
console.log((await readdir('a', { recursive: true })).sort());
console.log(fs.readdirSync('a', { withFileTypes: true }).map((file) => `${file.name} ${file.isDirectory()} ${file.parentPath}`).sort());
await cp('a', 'copy', { recursive: true });
console.log(fs.readdirSync('copy', { recursive: true }).sort().join(' '), fs.readFileSync('copy/b/c/3.txt', 'utf8'));
await cp('a', 'copy2').catch((error) => console.log(error.code));
const names: string[] = [];
for await (const file of await opendir('a')) names.push(file.name);
console.log(names.sort());
await access('a/1.txt', fs.constants.R_OK | fs.constants.W_OK);
await access('a/none').catch(tell);
await access('a/1.txt', fs.constants.X_OK).catch((error) => console.log(error.code));
console.log((await realpath('a/../a/./b')).endsWith('/a/b'));
await utimes('a/1.txt', 1, 2);
console.log((await stat('a/1.txt')).mtimeMs, fs.statSync('a/1.txt').mtime.toISOString());
const temporary = await mkdtemp('tmp-');
console.log(/^tmp-\w{6}$/.test(temporary.split('/').pop() ?? ''), fs.existsSync(temporary));
await rm('a').catch((error) => console.log(error.code));
await rm('a', { recursive: true });
await rm('a').catch((error) => console.log(error.code));
await rm('a', { force: true });
fs.rmSync('copy', { recursive: true });
fs.rmdirSync(temporary);
console.log(fs.readdirSync('.').filter((name) => !name.endsWith('.ts') && !/^(package.json|node_modules)$/.test(name)));
fs.writeFileSync('f', '');
for (const wrong of [() => fs.readdirSync('f'), () => fs.mkdirSync('f'), () => fs.rmdirSync('f'), () => fs.writeFileSync('f/x', ''), () => fs.statSync('none'), () => fs.renameSync('none', 'x'), () => fs.copyFileSync('none', 'x'), () => fs.readFileSync('.')]) {
  try {
    wrong();
    console.log('no fault');
  } catch (error) {
    const { code, syscall, errno } = error as NodeJS.ErrnoException;
    console.log(code, syscall, errno);
  }
}
console.log(fs.statSync('none', { throwIfNoEntry: false }));
