import { atob, Blob, btoa, Buffer, constants, isAscii, isUtf8, transcode } from 'node:buffer';

console.log(btoa('héllo'.normalize('NFC').replace('é', 'e')), atob('aGVsbG8='), constants.MAX_STRING_LENGTH > 0);
console.log(isUtf8(Buffer.from('ü')), isUtf8(Buffer.from([0xff])), isAscii(Buffer.from('abc')), isAscii(Buffer.from('ü')));
console.log(transcode(Buffer.from('€5'), 'utf8', 'latin1'), transcode(Buffer.from('aü'), 'utf8', 'utf16le'));
const blob = new Blob(['ab', Buffer.from('c')], { type: 'text/plain' });
console.log(blob.size, blob.type);
console.log(Buffer.from('hello').toString('base64'), Buffer.from('68656c6c6f', 'hex').toString(), Buffer.from('aGk', 'base64url').toString());
console.log(Buffer.concat([Buffer.from('a'), Buffer.from('b')]), Buffer.alloc(3, 'x'), Buffer.byteLength('ü€'), Buffer.compare(Buffer.from('a'), Buffer.from('b')));
const buffer = Buffer.alloc(8);
buffer.writeUInt32BE(0xdeadbeef);
buffer.writeInt16LE(-2, 4);
console.log(buffer, buffer.readUInt32BE(), buffer.readInt16LE(4), buffer.subarray(1, 3), buffer.indexOf(0xbe), buffer.equals(Buffer.from(buffer)));
console.log(JSON.stringify(Buffer.from('ab')), Buffer.isBuffer(buffer), [...Buffer.from('ab').entries()], Buffer.from('abc').swap16 !== undefined);
console.log(Buffer.from('żółw').toString('latin1').length, Buffer.from([1, 2, 3]).reverse(), Buffer.from('test').fill('ab').toString());
