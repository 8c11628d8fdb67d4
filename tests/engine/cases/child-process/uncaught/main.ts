// An error that nobody catches ends the process it is in, in words on its standard error, and no other.
import { spawn } from 'node:child_process';

for (const file of ['throws.ts', 'missing.ts', 'broken.ts']) {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  console.log(file, code, /(\w*Error)(?: \[(\w+)\])?/.exec(errors)?.slice(1));
}
