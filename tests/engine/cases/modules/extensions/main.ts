// Every extension that Node knows.
import { a } from './a.mjs';
import { b } from './b.js';
import { c } from './c.mts';
import { d } from './d.cts';
import { e } from './e.cjs';
import f from './f.json' with { type: 'json' };

console.log(a, b, c, d, e, f);
