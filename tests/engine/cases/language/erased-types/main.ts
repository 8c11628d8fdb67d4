// Types of every kind go away; what is left is the program.
interface Shape {
  readonly kind: string;
  area?(): number;
}
type Named<T extends Shape = Shape> = T & { name: string };
declare const nowhere: unique symbol;
declare function alsoNowhere(): void;
declare global {
  interface Array<T> {
    nothing?: T;
  }
}
abstract class Base<T> implements Shape {
  abstract readonly kind: string;
  protected readonly parts: T[] = [];
  declare onlyATypeHere: string;
  constructor(first?: T) {
    if (first !== undefined) this.parts.push(first);
  }
  public abstract area(): number;
}
class Square extends Base<number> {
  override readonly kind = 'square' as const;
  side!: number;
  override area(this: Square): number {
    return this.side * this.side;
  }
}
const square = new Square<never>(2 as never);
square.side = 3;
console.log(square, square.area(), 'onlyATypeHere' in square);
const named = { kind: 'dot', name: 'a' } satisfies Named;
console.log(named!.name!, (named as unknown as Named<Shape>).kind);
function pick<T, K extends keyof T>(from: T, key: K): T[K];
function pick(from: any, key: any): unknown {
  return from[key];
}
console.log(pick<typeof named, 'name'>(named, 'name'));
const generic = async <T,>(value: T): Promise<T> => value;
console.log(await generic<string>('through an arrow'));
const tuple: [first: number, second?: string, ...rest: boolean[]] = [1, 'b', true];
for (const part of tuple as readonly unknown[]) console.log(typeof part);
function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
function assertShape(value: unknown): asserts value is Shape {
  if (!isShape(value)) throw new TypeError('no shape');
}
assertShape(square);
console.log(isShape(null), isShape(named));
namespace OnlyTypes {
  export type Nothing = never;
}
declare namespace Ambient {
  const value: number;
}
declare enum AmbientEnum {
  A = 1,
}
let nothing: OnlyTypes.Nothing | undefined;
console.log(nothing, typeof nowhere, typeof alsoNowhere, typeof Ambient, typeof AmbientEnum);
