const path = require('path');
const { EventEmitter } = require('node:events');
const settings = require('./settings.json');
const counter = require('./parts/counter.cjs');
const same = require('./parts/../parts/counter.cjs');
const index = require('./folder');
const bare = require('./bare');

exports.report = function report() {
  counter.up();
  same.up();
  console.log(counter.count(), counter === same);
  console.log(settings, settings === require('./settings.json'));
  console.log(index, bare);
  console.log(path.basename('/a/b.txt'), typeof EventEmitter, require('events') === EventEmitter);
  console.log(Object.keys(require.cache).map((file) => path.basename(file)));
};
