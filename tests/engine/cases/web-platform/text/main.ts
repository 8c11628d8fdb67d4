const encoder = new TextEncoder();
console.log(encoder.encode('aü🧵'), encoder.encoding, encoder.encodeInto('üü', new Uint8Array(3)));
const bytes = encoder.encode('🧵 und Ü');
const stream = new TextDecoder();
let text = '';
for (const byte of bytes) text += stream.decode(Uint8Array.of(byte), { stream: true });
console.log(text + stream.decode(), new TextDecoder('utf-16le').decode(Uint8Array.of(0x41, 0, 0xfc, 0)));
console.log(new TextDecoder('latin1').encoding, new TextDecoder('latin1').decode(Uint8Array.of(0xfc)));
console.log(JSON.stringify(new TextDecoder().decode(Uint8Array.of(0xff, 0x41))));
console.log(JSON.stringify(new TextDecoder().decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))), new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).length);
try {
  new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.of(0xff));
} catch (error) {
  console.log((error as Error).name);
}
try {
  new TextDecoder('klingon');
} catch (error) {
  console.log((error as Error).name);
}
console.log(btoa('abc\xff'), atob('YWJj'), encodeURIComponent('ä/b'), decodeURIComponent('%C3%A4'));
