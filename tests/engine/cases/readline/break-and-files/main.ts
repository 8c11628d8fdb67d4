// Lines of a file that is read as a stream, and a loop that is left early.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

const numbered = Readable.from(Array.from({ length: 5000 }, (_, n) => `line ${n}\n`));
let sum = 0;
for await (const line of createInterface({ input: numbered })) sum += Number(line.slice(5));
console.log(sum);
const lines = createInterface({ input: Readable.from(['a\nb\nc\n']) });
for await (const line of lines) {
  console.log(line);
  if (line === 'b') break;
}
lines.close();
console.log('left');
