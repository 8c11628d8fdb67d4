// An error in a CommonJS file shows its place there.
import { fail } from './fail.cjs';

console.log('before');
fail(3);
