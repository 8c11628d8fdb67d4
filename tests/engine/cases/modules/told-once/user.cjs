module.exports = ['user', require(['.', 'shared.cjs'].join('/'))];
