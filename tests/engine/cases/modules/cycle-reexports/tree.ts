import { isLeaf, type Node } from './nodes.ts';

export class Tree implements Node {
  readonly nodes: readonly Node[];
  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
  }
  sum(): number {
    return this.nodes.reduce((sum, node) => sum + (isLeaf(node) ? twice(node.sum()) / 2 : node.sum()), 0);
  }
}
const twice = (n: number) => 2 * n;
export { twice };
