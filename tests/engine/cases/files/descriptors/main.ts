import * as fs from 'node:fs';

const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    return `${code} ${syscall ?? ''} ${message}`;
  }
};
fs.mkdirSync('d');
const fd = fs.openSync('d/a.txt', 'w+');
console.log(fs.writeSync(fd, 'hello world'), fs.writeSync(fd, Buffer.from('!!!'), 0, 2), fs.fstatSync(fd).size);
console.log(fs.writeSync(fd, 'HELLO', 0), fs.readFileSync('d/a.txt', 'utf8'));
const buffer = Buffer.alloc(5);
console.log(fs.readSync(fd, buffer, 0, 5, 6), buffer.toString());
console.log(fs.readSync(fd, buffer, { position: 0, length: 2 }), buffer.toString());
console.log(fs.readSync(fd, buffer), 'at the end');
fs.ftruncateSync(fd, 3);
console.log(fs.readFileSync('d/a.txt', 'utf8'), fs.fstatSync(fd).size, fs.fstatSync(fd).isFile());
fs.fsyncSync(fd);
fs.closeSync(fd);
console.log(code(() => fs.writeSync(fd, 'x')), '|', code(() => fs.closeSync(fd)));

console.log(code(() => fs.openSync('d/a.txt', 'wx')));
console.log(code(() => fs.openSync('d/none.txt')));
console.log(code(() => fs.openSync('d/none.txt', 'r+')));
console.log(code(() => fs.openSync('d', 'w')));
console.log(code(() => fs.openSync('d/a.txt', 'q')));
console.log(code(() => fs.openSync('no/such/folder', 'w')));
const reader = fs.openSync('d/a.txt', 'r');
console.log(code(() => fs.writeSync(reader, 'x')));
fs.closeSync(reader);
const appender = fs.openSync('d/a.txt', 'a');
console.log(code(() => fs.readSync(appender, buffer)));
fs.writeSync(appender, '+1');
fs.appendFileSync('d/a.txt', '+2');
fs.writeSync(appender, '+3', 0);
fs.closeSync(appender);
console.log(fs.readFileSync('d/a.txt', 'utf8'));

// An open file outlives its name.
const held = fs.openSync('d/held.txt', 'w+');
fs.writeSync(held, 'before');
fs.unlinkSync('d/held.txt');
fs.writeSync(held, ' and after');
console.log(fs.existsSync('d/held.txt'), fs.readSync(held, Buffer.alloc(30), 0, 30, 0), fs.fstatSync(held).size);
fs.closeSync(held);
// And follows a new one.
const moving = fs.openSync('d/old.txt', 'w');
fs.renameSync('d/old.txt', 'd/new.txt');
fs.writeSync(moving, 'moved');
console.log(fs.readFileSync('d/new.txt', 'utf8'));
const exclusive = fs.openSync('d/x.txt', fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_RDWR);
fs.writevSync(exclusive, [Buffer.from('a'), Buffer.from('b')]);
console.log(fs.readFileSync(exclusive, 'utf8') === '', fs.readFileSync('d/x.txt', 'utf8'));
