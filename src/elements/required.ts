/** The part of an element that its HTML must have. A missing one is our own fault, and said so. */
export function required<E extends Element>(
  root: ParentNode & { readonly localName?: string },
  selector: string,
  type: new () => E,
): E {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`<${root.localName}> needs ${selector} inside`);
}
