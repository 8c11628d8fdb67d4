import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(tmpdir(), 'case-'));
const file = path.join(folder, 'journal');
const journal = fs.openSync(file, 'wx');
console.log(fs.writeSync(journal, 'first\n'), fs.writeSync(journal, 'second ✓\n'));
fs.fsyncSync(journal);
fs.closeSync(journal);
fs.appendFileSync(file, Buffer.from('third\n'));
console.log(fs.readFileSync(file, 'utf8').split('\n'), fs.statSync(file).size);
const reader = fs.openSync(file, 'r');
const part = Buffer.alloc(5);
console.log(fs.readSync(reader, part, 0, 5, null), part.toString());
fs.closeSync(reader);
try {
  fs.openSync(file, 'wx');
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
fs.mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
fs.renameSync(file, path.join(folder, 'a', 'moved'));
console.log(fs.readdirSync(folder), fs.readdirSync(path.join(folder, 'a')), fs.existsSync(file));
const big = 'x'.repeat(300_000);
fs.writeFileSync(file, big);
console.log(fs.readFileSync(file, 'utf8') === big);
fs.rmSync(folder, { recursive: true });
console.log(fs.existsSync(folder));
try {
  fs.readFileSync('/no/such/file');
} catch (error) {
  const { message, ...rest } = error as NodeJS.ErrnoException;
  console.log(message, rest);
}
