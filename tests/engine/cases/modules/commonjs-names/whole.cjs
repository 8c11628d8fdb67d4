module.exports = () => 'whole';
