// The nearest package.json says what a .js or .ts file is; without a type its syntax does.
import { kind as a } from './old/a.js';
import { kind as b } from './old/b.ts';
import { kind as c } from './old/new/c.js';
import { kind as d } from './silent/d.js';

console.log({ a, b, c, d });
