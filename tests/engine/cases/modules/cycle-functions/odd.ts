import { isEven, name } from './main.ts';

export function isOdd(n: number): boolean {
  return n !== 0 && isEven(n - 1);
}
console.log('odd runs first', isOdd(3), typeof isEven, isEven.name);
try {
  console.log(name);
} catch (error) {
  console.log(String(error));
}
