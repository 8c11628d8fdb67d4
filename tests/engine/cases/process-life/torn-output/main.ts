// A character whose bytes come in several writes, to either stream, is printed whole.
import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';

const text = new TextEncoder().encode('naïve 日本 🎉\n');
for (const byte of text) process.stdout.write(Uint8Array.of(byte));
for (const byte of text) process.stderr.write(Uint8Array.of(byte));
for (const byte of text) writeSync(1, Uint8Array.of(byte));
const program = `
  const text = new TextEncoder().encode('two streams: ä ö\\n');
  for (const byte of text) {
    process.stdout.write(Uint8Array.of(byte));
    process.stderr.write(Uint8Array.of(byte));
  }
`;
const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
console.log(JSON.stringify(stdout), JSON.stringify(stderr));
