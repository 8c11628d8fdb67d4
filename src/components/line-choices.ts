/** Makes the lines of a highlighted listing choosable: a label around each, with a radio button before it. */
import type { ShikiTransformer } from 'shiki';

/** The value of a line is its number, from 1. An empty line is nothing to choose. */
export function lineChoices(name: string): ShikiTransformer {
  return {
    name: 'line-choices',
    line(line, number) {
      const isEmpty = line.children.length === 0;
      if (isEmpty) return;
      line.tagName = 'label';
      line.children.unshift({
        type: 'element',
        tagName: 'input',
        properties: { type: 'radio', name, value: String(number) },
        children: [],
      });
    },
  };
}
