exports.kind = `${typeof module} by syntax`;
