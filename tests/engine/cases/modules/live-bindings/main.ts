import * as counter from './counter.ts';
import { count, default as named, increase } from './counter.ts';
console.log(count, named, Object.keys(counter));
increase();
console.log(count, counter.count, (await import('./counter.ts')) === counter);
console.log(counter[Symbol.toStringTag as keyof typeof counter], Object.isSealed(counter));
try {
  // @ts-expect-error: not to be assigned from outside
  counter.count = 9;
} catch (error) {
  console.log((error as Error).name);
}
