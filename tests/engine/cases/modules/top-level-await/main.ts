// Modules that wait do not hold up those beside them; the one that imports them waits for all.
console.log('main', fast, slow);
import { fast } from './fast.ts';
import { slow } from './slow.ts';
