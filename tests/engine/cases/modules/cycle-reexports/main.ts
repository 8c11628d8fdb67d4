import { Leaf, Tree, type Node } from './nodes.ts';
import * as nodes from './nodes.ts';

const tree: Node = new Tree([new Leaf(1), new Tree([new Leaf(2), new Leaf(3)])]);
console.log(tree.sum(), tree instanceof nodes.Tree, Object.keys(nodes));
console.log(nodes.default, nodes.leaves.Leaf === Leaf, nodes.twice(21), Object.prototype.toString.call(nodes));
