// CommonJS files may require each other: the second sees what the first has exported so far.
import a from './a.cjs';

console.log('main', a);
