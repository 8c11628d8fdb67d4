const d: string = 'typed CommonJS';
exports.d = d;
