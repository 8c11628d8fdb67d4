export * from './tree.ts';
export * from './leaf.ts';
export * as leaves from './leaf.ts';
export { twice as "by two", twice } from './tree.ts';
export default class {}
export interface Node {
  sum(): number;
}
