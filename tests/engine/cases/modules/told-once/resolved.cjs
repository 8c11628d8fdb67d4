module.exports = 'resolved';
