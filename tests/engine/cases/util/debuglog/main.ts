import { debuglog } from 'node:util';

const debug = debuglog('app');
console.log(debug.enabled, debuglog('other').enabled);
if (process.env['NODE_DEBUG'] === 'app*') debug('never');
