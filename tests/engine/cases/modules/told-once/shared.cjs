module.exports = 'shared';
