// Blanked types must not join or split statements.
const sum = (
  first: number,
  second: {
    value: number;
  },
): number => {
  return first + second.value;
};
type Long =
  | 'one'
  | 'two';
let word: Long = 'one'
;(word as string) = 'three'
const list = [1, 2, 3] as
  number[]
;[word] = ['two']
console.log(sum(1, { value: 2 }), word, list);
interface After {
  this: string
}
(() => console.log('a call after an interface'))();
const f = function <
  A,
  B extends A,
>(this: void, a: A, b: B): [A, B] {
  return [a, b];
};
console.log(f<number | string, string>(1, 'b'));
let x: number
let y!: string
x = 1
y = 'y'
console.log(x < 2, x, y);
class C {
  private a: number
  protected static b?: string
  static readonly [key: string]: unknown
  'quoted': number = 2
  get?: number
  static async *[Symbol.asyncIterator](): AsyncGenerator<number> { yield 1 }
}
for await (const one of C) console.log(one, new C());
