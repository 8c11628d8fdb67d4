import { fail } from './fail.ts';
setTimeout(() => {
  fail();
}, 10);
