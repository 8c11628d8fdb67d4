// A hash is a stream: write into it, read the digest out of it.
import { createHash, createHmac } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const hash = createHash('sha256');
await pipeline(Readable.from(['one', 'two', 'three']), hash);
console.log(hash.read().toString('hex'), hash instanceof Transform);
const hmac = createHmac('sha1', 'key').setEncoding('hex');
hmac.end('text');
for await (const digest of hmac) console.log(digest);
