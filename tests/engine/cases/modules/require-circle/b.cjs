const a = require('./a.cjs');
console.log('b sees', { ...a });
exports.name = 'b';
exports.later = () => a.late;
setImmediate(() => console.log('later', a.late));
