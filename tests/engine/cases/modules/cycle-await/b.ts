import { setTimeout as sleep } from 'node:timers/promises';
import { a } from './main.ts';

console.log('b begins');
await sleep(20);
export const b = 'b';
try {
  console.log(a);
} catch (error) {
  console.log(`b goes on: ${error}`);
}
