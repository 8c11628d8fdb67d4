// Lines with every kind of ending, torn apart at every place.
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const lines = createInterface({ input, crlfDelay: Infinity });
lines.on('line', (line) => console.log('line', JSON.stringify(line)));
lines.on('pause', () => console.log('pause'));
lines.on('close', () => console.log('close'));
for (const part of ['one\ntw', 'o\r', '\nthree\rfour\u2028five\n\nsi', 'x €'.slice(0, 2), '€ end']) {
  input.write(part);
  await new Promise(setImmediate);
}
const torn = Buffer.from('ü\nlast');
input.write(torn.subarray(0, 1));
input.end(torn.subarray(1));
