// What was written before the exit is there, however it was written. (Not more of it than a pipe takes at once: Node
// loses the rest of it when it is told to exit.)
import { Transform } from 'node:stream';

const upper = new Transform({
  transform: (chunk, _encoding, done) => done(null, String(chunk).toUpperCase()),
});
upper.pipe(process.stdout);
upper.write('through a pipe\n');
for (let line = 0; line < 20; line++) process.stdout.write(`line ${line}\n`);
setImmediate(() => {
  process.stdout.write('last\n');
  process.exit(4);
});
