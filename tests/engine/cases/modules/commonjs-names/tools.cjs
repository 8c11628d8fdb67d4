exports.area = function area(width, height) {
  return width * height;
};
module.exports.name = 'tools';
exports['quoted'] = 1;
Object.defineProperty(exports, 'defined', { enumerable: true, value: 2 });
// exports.commented = 3;
for (const key of ['later']) exports[key] = 4;
