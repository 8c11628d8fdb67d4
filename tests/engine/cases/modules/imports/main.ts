import { add, type N } from './sums/add.ts';
import path from 'node:path';
import data from './data.json' with { type: 'json' };
const n: N = add(1, 2);
console.log(n, import.meta.url, import.meta.filename, path.basename(import.meta.filename), data);
const { late } = await import('./late.ts');
console.log(late);
