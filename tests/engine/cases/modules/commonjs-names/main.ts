// What can be imported of a CommonJS file by name.
import tools, { area, name as shown } from './tools.cjs';
import * as all from './tools.cjs';
import * as literal from './literal.cjs';
import whole from './whole.cjs';

console.log(area(3, 4), shown, tools.later);
console.log(all);
console.log(Object.keys(literal), literal.default);
console.log(whole(), typeof whole, all.default === tools);
