const a = 1;
const b = 2;
const run = () => 3;
module.exports = { a, b, renamed: run, other: 4, lost: a };
