// pbkdf2, scrypt and hkdf, at once and later.
import { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync } from 'node:crypto';
import { promisify } from 'node:util';

console.log(pbkdf2Sync('password', 'salt', 1000, 24, 'sha512').toString('hex'));
console.log(pbkdf2Sync(Buffer.from('password'), new Uint8Array([1, 2]), 2, 20, 'sha1').toString('base64'));
console.log(scryptSync('password', 'salt', 32, { N: 1024 }).toString('hex'));
console.log(Buffer.from(hkdfSync('sha256', 'key', 'salt', 'info', 20)).toString('hex'));
const order: string[] = [];
const later = promisify(pbkdf2)('password', 'salt', 1000, 24, 'sha512');
order.push('asked');
setImmediate(() => order.push('immediate'));
console.log(((await later) as Buffer).toString('hex'), order[0]);
scrypt('password', 'salt', 16, (error, key) => {
  console.log(error, key);
  hkdf('sha1', 'key', Buffer.alloc(0), 'info', 4, (error, key) => console.log(error, key.byteLength));
});
