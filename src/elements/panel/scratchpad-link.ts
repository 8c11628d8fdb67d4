/** Keeps a panel's link to the scratchpad true to the files as they are when the reader comes near it. */
import type { Files } from '../../sandbox/engine.ts';

export async function pointToScratchpad(
  link: HTMLAnchorElement,
  program: { readonly files: Files; readonly entry: string },
): Promise<void> {
  const { toShareLink } = await import('../../sandbox/share-link.ts');
  try {
    const address = new URL(link.href);
    address.hash = await toShareLink(program);
    link.href = address.href;
  } catch {
    // Too large for a link: it goes on leading to the original.
  }
}
