// for await over standard input gives buffers.
import { Readable } from 'node:stream';

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part);
console.log(Buffer.concat(parts).toString('hex'), process.stdin instanceof Readable);
console.log(process.stdin.readableEnded);
