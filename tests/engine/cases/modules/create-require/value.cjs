console.log('value.cjs runs');
module.exports = { value: 7 };
