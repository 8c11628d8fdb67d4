// Random values have the right form, never the same one twice.
import { getRandomValues, randomBytes, randomFillSync, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';

const uuids = new Set(Array.from({ length: 200 }, () => randomUUID()));
const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
console.log(uuids.size, [...uuids].every((uuid) => form.test(uuid)), form.test(crypto.randomUUID()));
console.log(randomBytes(16).length, randomBytes(100_000).some((byte) => byte > 0));
const drawn = Array.from({ length: 500 }, () => randomInt(3, 6));
console.log(Math.min(...drawn), Math.max(...drawn), new Set(drawn).size, randomInt(1));
const bytes = new Uint8Array(8);
console.log(randomFillSync(bytes, 4) === bytes, bytes.subarray(0, 4).join(), getRandomValues(new Uint16Array(2)).length);
console.log(timingSafeEqual(Buffer.from('abc'), Buffer.from('abc')), timingSafeEqual(Buffer.from('abc'), Buffer.from('abd')));
randomBytes(4, (error, buffer) => console.log('later', error, buffer.length));
randomInt(10, (error, value) => console.log('later', error, value >= 0 && value < 10));
console.log('first');
