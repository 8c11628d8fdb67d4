const text = 'aü🧵';
for (const encoding of ['utf8', 'utf16le', 'latin1', 'ascii', 'hex', 'base64', 'base64url'] as const) {
  const buffer = Buffer.from(encoding === 'hex' ? '61c3bc' : encoding.startsWith('base') ? 'YcO8' : text, encoding);
  console.log(encoding, buffer, buffer.toString(encoding), buffer.length);
}
console.log(Buffer.byteLength(text), Buffer.byteLength('YcO8', 'base64'), Buffer.isEncoding('UTF-8'), Buffer.isEncoding('x'));
console.log(Buffer.from([256, -1, 1.9, '7' as never]), Buffer.from('zz', 'hex'), Buffer.from(Uint16Array.of(1, 257)));
console.log(JSON.stringify(Buffer.from('hi')), Buffer.from(JSON.parse('{"type":"Buffer","data":[104]}')));
console.log(Buffer.from('ü').toString('latin1'), Buffer.of(0xff, 0xfe).toString(), Buffer.alloc(5, 'ab'), Buffer.alloc(3).fill(1, 1));
