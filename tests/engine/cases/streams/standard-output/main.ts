// Standard output and error are streams that write at once.
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const { stdout, stderr } = process;
console.log(stdout instanceof Writable, stdout.fd, stderr.fd, stdout.isTTY, stdout.columns);
console.log(stdout.writable, stdout.writableLength, stdout.writableHighWaterMark);
console.log(stdout.write('callback comes later\n', () => stdout.write('called back\n')));
stdout.write('before\n');
await new Promise(setImmediate);
stdout.write(Buffer.from('6279746573 by bytes\n'));
stdout.write('aGV4Cg==', 'base64');
const [high, low] = [Buffer.from('€').subarray(0, 1), Buffer.from('€\n').subarray(1)];
stdout.write(high);
stdout.write(low);
await pipeline(Readable.from(['piped ', 'in\n']), stdout, { end: false });
Readable.from(['still ', 'open\n']).pipe(stdout);
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(stdout.writableEnded, stdout.destroyed);
stdout.destroy();
console.log('destroyed?', stdout.destroyed);
stderr.end('the end of errors\n');
await once(stderr, 'finish');
stdout.cork();
stdout.write('corked\n');
console.log('and');
stdout.uncork();
