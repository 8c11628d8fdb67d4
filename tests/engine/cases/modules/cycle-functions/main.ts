import { isOdd } from './odd.ts';

/** There from the beginning, as all functions are that a module declares. */
export function isEven(n: number): boolean {
  return n === 0 || isOdd(n - 1);
}
export const name = 'even';
console.log('main runs', isEven(10), isOdd(7));
