/** Makes a panel's link to the scratchpad take the files along as they are now. */
import type { SharedProgram } from '../../sandbox/share-link.ts';

/**
 * The address is made when the reader comes near, so that it can also be copied or opened in another tab. A finger
 * gives no such time: a plain click waits for the address. `signal` ends it.
 */
export function leadToScratchpad(
  link: HTMLAnchorElement,
  program: () => SharedProgram,
  signal: AbortSignal,
): void {
  let isPointed = false;
  const point = () => pointTo(link, program());
  for (const type of ['pointerenter', 'focus']) {
    link.addEventListener(type, () => void point(), { signal });
  }
  async function follow(event: MouseEvent): Promise<void> {
    if (isPointed || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await point();
    isPointed = true;
    link.click();
    isPointed = false;
  }
  link.addEventListener('click', (event) => void follow(event), { signal });
}

async function pointTo(link: HTMLAnchorElement, program: SharedProgram): Promise<void> {
  try {
    const { toShareLink } = await import('../../sandbox/share-link.ts');
    const address = new URL(link.href);
    address.hash = await toShareLink(program);
    link.href = address.href;
  } catch {
    // Too large for a link, or offline: it goes on leading to where it led.
  }
}
