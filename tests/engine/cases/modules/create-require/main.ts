// `require` in an ES module.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const data = require('./data.json');
console.log(data, require('./data.json') === data);
console.log(require('./value.cjs'), require('os').EOL === '\n');
console.log(require.resolve('./value.cjs'), require.resolve('fs'), require.resolve('node:fs'));
console.log(Object.keys(require), require.main);

const inFolder = createRequire(new URL('./folder/any.js', import.meta.url));
console.log(inFolder('./inside.cjs'));
console.log(createRequire(fileURLToPath(import.meta.url))('./value.cjs'));

const file = './va' + 'lue.cjs';
console.log(require(file) === require('./value.cjs'));

for (const wrong of ['./main.ts', 'main.ts', 5]) {
  try {
    createRequire(wrong as string);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
