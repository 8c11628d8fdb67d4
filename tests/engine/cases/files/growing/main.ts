// A file that grows and shrinks holds what was written, and zeros where nothing was.
import * as fs from 'node:fs';

const show = (name: string) => {
  const bytes = fs.readFileSync('f');
  console.log(name, fs.statSync('f').size, bytes.length, bytes.toString('latin1').replaceAll('\0', '0'));
};
fs.writeFileSync('f', 'ab');
fs.appendFileSync('f', 'c');
show('appended');
fs.appendFileSync('f', 'defghij');
fs.truncateSync('f', 4);
show('cut');
fs.truncateSync('f', 8);
show('made longer');
fs.appendFileSync('f', '!');
show('appended');
const fd = fs.openSync('f', 'r+');
fs.writeSync(fd, 'XY', 12);
show('written behind the end');
fs.ftruncateSync(fd, 3);
fs.ftruncateSync(fd, 5);
fs.writeSync(fd, 'Z', 6);
show('cut, made longer, written');
fs.writeFileSync('f', '12');
fs.writeSync(fd, '34', 4);
show('written anew');
fs.copyFileSync('f', 'g');
fs.appendFileSync('f', '56');
console.log(fs.readFileSync('g').length, fs.readSync(fd, Buffer.alloc(20), 0, 20, 2));
fs.closeSync(fd);
const bytes = fs.readFileSync('f');
console.log(bytes.buffer.byteLength >= bytes.length, bytes.equals(fs.readFileSync('f')));

const CHUNK = Buffer.alloc(64 * 1024, 'x');
const out = fs.openSync('big', 'w');
for (let i = 0; i < 320; i++) fs.writeSync(out, CHUNK);
fs.closeSync(out);
for (let i = 0; i < 320; i++) fs.appendFileSync('big', CHUNK);
console.log(fs.statSync('big').size, fs.readFileSync('big').every((byte) => byte === 120));
