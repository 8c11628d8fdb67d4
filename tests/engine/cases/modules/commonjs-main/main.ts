// The entry itself is CommonJS where package.json says so.
const { basename }: typeof import('node:path') = require('node:path');

console.log(require.main === module, module.id, basename(__filename), typeof exports);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
import('./later.mjs').then(({ later }) => console.log('imported', later));
