module.exports = `inside ${require('path').basename(__dirname)}`;
