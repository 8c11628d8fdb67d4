// What `require` throws.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
for (const id of ['./nope', './no/pe.cjs', 'nope', 'node:nope', '', 5, null, {}, './throws.cjs']) {
  try {
    require(id as string);
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log([name, code, message, (error as { requireStack?: string[] }).requireStack]);
  }
}
// A file that threw is run again.
try {
  require('./throws.cjs');
} catch (error) {
  console.log((error as Error).message);
}
