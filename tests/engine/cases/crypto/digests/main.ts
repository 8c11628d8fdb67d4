// Digests of every kind, in every form.
import { createHash, createHmac, getHashes, hash } from 'node:crypto';

const names = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'ripemd160'];
for (const name of [...names, 'blake2b512', 'blake2s256', 'RSA-SHA256']) {
  console.log(name, createHash(name).update('one ').update(Buffer.from('two')).digest('hex'));
}
for (const name of names) console.log(name, createHmac(name, 'key').update('text').digest('base64url'));
console.log(hash('sha1', 'quick'), hash('md5', 'quick', 'base64'), createHash('sha256').digest());
console.log(createHash('shake128', { outputLength: 5 }).update('x').digest('hex'));
console.log(names.every((name) => getHashes().includes(name)));
const first = createHash('sha256').update('a');
const second = first.copy().update('b');
console.log(first.digest('hex') === hash('sha256', 'a'), second.digest('hex') === hash('sha256', 'ab'));
const long = createHash('sha512').update('é'.repeat(100_000)).update('6869', 'hex');
console.log(long.digest('latin1').length);
