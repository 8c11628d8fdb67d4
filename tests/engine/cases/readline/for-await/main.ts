// Lines of standard input, one after the other.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
let count = 0;
for await (const line of lines) {
  await new Promise((resolve) => setTimeout(resolve, 1));
  console.log(++count, line);
}
console.log('end of input', lines.terminal);
