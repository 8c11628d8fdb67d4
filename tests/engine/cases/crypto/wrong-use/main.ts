// What node:crypto says when it is used wrongly.
import * as crypto from 'node:crypto';

const attempt = (what: string, run: () => unknown) => {
  try {
    console.log(what, run());
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(what, '-', name, code, message);
  }
};
attempt('unknown digest', () => crypto.createHash('nothing'));
attempt('unknown hmac', () => crypto.createHmac('nothing', 'key'));
attempt('no data', () => crypto.createHash('sha256').update(3 as never));
const done = crypto.createHash('sha256');
done.digest();
attempt('late update', () => done.update('x'));
attempt('second digest', () => done.digest());
attempt('lengths', () => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')));
attempt('iterations', () => crypto.pbkdf2Sync('p', 's', 0, 8, 'sha1'));
attempt('digest of a key', () => crypto.pbkdf2Sync('p', 's', 1, 8, 'nothing'));
attempt('callback', () => crypto.pbkdf2('p', 's', 1, 8, 'sha1', undefined as never));
attempt('range', () => crypto.randomInt(5, 5));
attempt('size', () => crypto.randomBytes(-1));
attempt('key length', () => crypto.hkdfSync('sha256', 'k', 's', 'i', 100_000));
attempt('scrypt', () => crypto.scryptSync('p', 's', 8, { N: 3 }));
