import { Tree, type Node } from './nodes.ts';

export class Leaf implements Node {
  value: number;
  constructor(value: number) {
    this.value = value;
  }
  sum() {
    return this.value;
  }
}
export const isLeaf = (node: Node): node is Leaf => !(node instanceof Tree);
export {};
