// What is inside of the engine is nobody's to import, also when it has been loaded already.
import { pbkdf2 } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';

console.log(typeof pbkdf2, typeof createServer, typeof Readable, inspect({ a: 1 }));

const require = createRequire(import.meta.url);
const names = ['net', 'computations', 'inspect', 'files', 'circles', 'fetch', 'not-there'];
const attempts: Record<string, (name: string) => unknown> = {
  require,
  'require.resolve': (name) => require.resolve(name),
  'require of a file': (name) => require('./file.cjs')(name),
  getBuiltinModule: (name) => process.getBuiltinModule(name),
  import: (name) => import(name),
  'import.meta.resolve': (name) => import.meta.resolve(name),
};
for (const [kind, attempt] of Object.entries(attempts)) {
  for (const name of names) {
    try {
      console.log(kind, name, await attempt(`internal/${name}`));
    } catch (error) {
      console.log(kind, name, (error as NodeJS.ErrnoException).code);
    }
  }
}
for (const attempt of [require, (name: string) => import(name)]) {
  try {
    await attempt('node:internal/net');
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
}
console.log(process.getBuiltinModule('node:internal/net'));
