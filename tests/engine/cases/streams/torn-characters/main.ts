// Characters that are torn apart between two chunks.
import { StringDecoder } from 'node:string_decoder';

const decode = (encoding: BufferEncoding, ...chunks: number[][]) => {
  const decoder = new StringDecoder(encoding);
  const parts = chunks.map((chunk) => decoder.write(Buffer.from(chunk)));
  console.log(encoding, parts, JSON.stringify(decoder.end()));
};
decode('utf8', [0xe2, 0x82], [0xac], [0xf0, 0x9f], [0x98, 0x80, 0x21]);
decode('utf8', [0xef, 0xbb, 0xbf, 0x41]);
decode('utf8', [0x61, 0xe2, 0x82]);
decode('utf8', [0xff, 0x61, 0xc3], [0x28]);
decode('utf16le', [0x61], [0x00, 0x3d, 0xd8], [0x4d, 0xdc]);
decode('base64', [1, 2], [3, 4], [5]);
decode('hex', [1, 255], [16]);
decode('latin1', [0xe9, 0x41]);
try {
  new StringDecoder('klingon' as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
}
