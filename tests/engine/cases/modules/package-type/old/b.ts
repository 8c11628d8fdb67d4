const kind: string = typeof require;
exports.kind = kind;
