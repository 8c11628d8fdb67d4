let count = 0;
module.exports = { up: () => ++count, count: () => count };
console.log('counter runs once');
