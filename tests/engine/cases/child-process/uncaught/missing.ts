console.log('NO');
import { x } from './nowhere.ts';
console.log(x);
